package io.trunkline.bench.subject;

import io.trunkline.bench.subject.Questions.Source;
import io.trunkline.cli.terminal.StandardError;
import io.trunkline.cli.terminal.TrainingBar;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The model that is measured. */
public final class BenchModel {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder that the data sets lie in: massive and trec.")
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A model that answers intent, scenario, type and subtype; by default one is trained, with"
              + " the default settings, which takes some minutes.")
  private @Nullable Path file;

  BenchModel() {}

  /** The texts. */
  public Questions questions() {
    return new Questions(data);
  }

  /** Reads or trains it. */
  public Model model(PrintWriter err) throws IOException {
    if (file != null) {
      Model model = ModelArchive.read(file).model();
      requireTasks(model, file);
      return model;
    }
    try (TrainingBar bar =
        new TrainingBar(err, StandardError.isTerminal(), InstantSource.system())) {
      return new Trainer(TrainingConfig.defaults(), bar).train(questions().train(), List.of());
    }
  }

  private static void requireTasks(Model model, Path file) {
    List<String> has = model.spec().tasks().stream().map(Task::name).toList();
    List<String> wanted =
        Arrays.stream(Source.values()).flatMap(source -> source.tasks().stream()).toList();
    if (!has.containsAll(wanted)) {
      throw new InvalidInputException(
          "--model %s: it answers %s, expected %s among them".formatted(file, has, wanted));
    }
  }
}
