package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.terminal.StandardError;
import io.trunkline.cli.terminal.TrainingBar;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline train}. */
@Command(
    name = "train",
    description = {
      "Trains a model on labelled texts and writes it to a file.",
      "Data is JSON Lines: {\"id\", \"text\", \"labels\": {TASK: LABEL}}. Tasks and their labels are"
          + " those found there, unless the configuration names them. A task that a line leaves"
          + " out is unknown for that text, not negative.",
      "The epoch that does best on the dev data is kept; without dev data a twentieth of the data is"
          + " set aside for it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline train --data train.jsonl --out questions.model",
      "  trunkline train --data en.jsonl --data zh.jsonl --dev dev.jsonl --out both.model --seed 7",
      "  trunkline train --data train.jsonl --out small.model --config small.yaml --json",
      "",
      "A configuration may set any of these; what it leaves out stays as shown:",
      "  tasks: [intent, {name: mood, labels: [good, bad]}]   # default: all that the data has",
      "  features: {wideRows: 65536, maxNgrams: 256, maxTokens: 64}",
      "  words: {minCount: 2, maxWords: 16384}",
      "  network: {wideSize: 256, wordSize: 64, kernels: [2, 3, 4], filters: 128}",
      "  epochs: 0            # as many as the number of examples calls for",
      "  batchSize: 64",
      "  learningRate: 0.006",
      "  warmUp: 0.1",
      "  weightDecay: 0.01",
      "  labelSmoothing: 0.1",
      "  dropout: {ngrams: 0.1, embeddings: 0.3, representation: 0.5}",
      "  seed: 1"
    })
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "A.jsonl",
      description = "Texts to learn from; may be given several times.")
  private List<Path> data;

  @Option(
      names = "--dev",
      paramLabel = "D.jsonl",
      description = "Texts to choose the best epoch by; not learnt from.")
  private @Nullable Path dev;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "MODEL",
      description = "The model file to write; all of it or nothing.")
  private Path out;

  @Option(
      names = "--config",
      paramLabel = "C.yaml",
      description = "Tasks and training settings, see below.")
  private @Nullable Path config;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of every random choice. Same seed, data and machine: same model.")
  private @Nullable Long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; by default as many as its size calls for.")
  private @Nullable Integer epochs;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"model\": digest, \"examples\": n, \"seed\": n, \"tasks\": {TASK:"
              + " labels}, \"metrics\": {NAME: x}}.")
  private boolean json;

  TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    requireWritable(out);
    TrainingFile settings = config == null ? TrainingFile.defaults() : TrainingFile.read(config);
    PrintWriter err = spec.commandLine().getErr();
    try (TrainingBar bar =
        new TrainingBar(err, StandardError.isTerminal(), InstantSource.system())) {
      List<Example> train = read(data, bar::warning);
      List<Example> devExamples = dev == null ? List.of() : ExampleReader.read(dev, bar::warning);
      Model model = new Trainer(config(settings, train), bar).train(train, devExamples);
      report(ModelArchive.write(model, out), model);
    }
    return 0;
  }

  private TrainingConfig config(TrainingFile settings, List<Example> train) {
    TrainingConfig chosen = settings.config(train);
    chosen = seed == null ? chosen : chosen.withSeed(seed);
    return epochs == null ? chosen : chosen.withEpochs(epochs);
  }

  private void report(String digest, Model model) throws IOException {
    PrintWriter stdout = spec.commandLine().getOut();
    Model.TrainingSummary training = model.training();
    if (json) {
      Map<String, Integer> tasks = new LinkedHashMap<>();
      model.spec().tasks().forEach(task -> tasks.put(task.name(), task.labels().size()));
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("model", digest);
      report.put("examples", training.examples());
      report.put("seed", training.seed());
      report.put("tasks", tasks);
      report.put("metrics", new TreeMap<>(training.metrics()));
      stdout.println(new ObjectMapper().writeValueAsString(report));
      return;
    }
    stdout.printf("model %s%n", digest);
    new TreeMap<>(training.metrics())
        .forEach((name, value) -> stdout.printf(Locale.ROOT, "%s %.4f%n", name, value));
    stdout.printf("written to %s%n", out);
  }

  private static List<Example> read(List<Path> files, Consumer<String> warning) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path file : files) {
      examples.addAll(ExampleReader.read(file, warning));
    }
    return examples;
  }

  /** Says so before the training, not after it. */
  private static void requireWritable(Path out) {
    Path directory = out.toAbsolutePath().getParent();
    if (Files.isDirectory(out)) {
      throw new InvalidInputException("--out " + out + " is a directory, expected a file to write");
    }
    if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
      throw new InvalidInputException(
          "--out %s: there is no directory %s that can be written to".formatted(out, directory));
    }
  }
}
