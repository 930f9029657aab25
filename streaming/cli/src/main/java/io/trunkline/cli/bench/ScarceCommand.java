package io.trunkline.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.model.OutputFile;
import io.trunkline.cli.report.Svg;
import io.trunkline.model.Example;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline bench scarce}. */
@Command(
    name = "scarce",
    description = {
      "Learns MASSIVE's English intents from a few examples a label: alone, and together with"
          + " scenario and slots, which are fully labelled.",
      "The chosen examples hang on the seed; both learn from the same."
    },
    footerHeading = "%nExamples:%n",
    footer = "  trunkline bench scarce --data data --results scarce.jsonl --plot scarce.svg")
final class ScarceCommand implements Callable<Integer> {
  static final String STUDY = "massive-en-scarce";
  static final String TASK = "intent";

  private static final Set<String> TASKS = Set.of(TASK, "scenario", "slots");

  @Spec private CommandSpec spec;
  @Mixin private BenchmarkOptions options;
  @Mixin private JobsOption jobs;

  @Option(
      names = "--shots",
      split = ",",
      defaultValue = "1,5,10,50",
      paramLabel = "N",
      description = "Examples a label; ${DEFAULT-VALUE} by default.")
  private List<Integer> shots;

  @Option(names = "--plot", paramLabel = "F.svg", description = "Also draw the curves.")
  private @Nullable Path plot;

  ScarceCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (plot != null) {
      OutputFile.requireWritableInPlace("--plot", plot);
    }
    TrainingConfig settings = options.settings();
    ResultsFile results = options.results(settings);
    Benchmark benchmark = options.benchmark(settings, results, spec.commandLine().getErr());
    benchmark.run(trainings(), jobs.jobs());
    report(new ScarceFigures(results.all()), results.all());
    return 0;
  }

  private List<Training> trainings() throws IOException {
    DataFiles data = options.data();
    List<Example> train = Training.only(TASKS, data.read(List.of("massive/en-US.train.jsonl")));
    List<Example> dev = Training.only(TASKS, data.read(List.of("massive/en-US.dev.jsonl")));
    List<Example> test =
        Training.only(Set.of(TASK), data.read(List.of("massive/en-US.test.jsonl")));
    List<Training> trainings = new ArrayList<>();
    for (int shot : shots) {
      for (long seed : options.seeds()) {
        List<Example> few = FewExamples.of(train, TASK, shot, new SplittableRandom(seed));
        trainings.add(training(false, shot, seed, few, dev, test));
        Set<String> alone = Set.of(TASK);
        trainings.add(
            training(true, shot, seed, Training.only(alone, few), Training.only(alone, dev), test));
      }
    }
    return trainings;
  }

  private static Training training(
      boolean apart,
      int shot,
      long seed,
      List<Example> train,
      List<Example> dev,
      List<Example> test) {
    return new Training(STUDY, apart, Integer.toString(shot), seed, train, dev, List.of(test));
  }

  private void report(ScarceFigures figures, List<Measured> results) throws IOException {
    if (plot != null) {
      Files.writeString(plot, Svg.draw(ScarcePlot.of(figures, shots)));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(new ObjectMapper().writeValueAsString(results));
    } else {
      out.print(ScarceTable.markdown(figures, shots));
    }
    out.flush();
  }
}
