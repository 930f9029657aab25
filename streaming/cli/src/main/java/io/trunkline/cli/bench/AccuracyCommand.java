package io.trunkline.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline bench accuracy}. */
@Command(
    name = "accuracy",
    description = {
      "Trains on every data set with several seeds and compares the figures on its test set with a"
          + " linear floor and our bars.",
      "Results are written down as they come; started again with the same --results and settings,"
          + " it goes on where it was."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench accuracy --data data --results accuracy.jsonl",
      "  trunkline bench accuracy --data data --results trec.jsonl --only trec --apart"
    })
final class AccuracyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BenchmarkOptions options;
  @Mixin private JobsOption jobs;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description =
          "Only these data sets: trec, trec-10-fold, massive-en, massive-zh, massive-six, trivia,"
              + " mtl16.")
  private List<String> only = List.of();

  @Option(
      names = "--apart",
      description = "Also train one model a task, to see what learning together brings.")
  private boolean apart;

  AccuracyCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Study> studies = studies();
    DataFiles data = options.data();
    TrainingConfig settings = options.settings();
    ResultsFile results = options.results(settings);
    Benchmark benchmark = options.benchmark(settings, results, spec.commandLine().getErr());
    for (Study study : studies) {
      // One study at a time: all data sets together would fill the memory.
      List<Training> trainings = new ArrayList<>();
      for (long seed : options.seeds()) {
        trainings.addAll(data.trainings(study, false, seed));
        if (apart) {
          trainings.addAll(data.trainings(study, true, seed));
        }
      }
      benchmark.run(trainings, jobs.jobs());
    }
    report(studies, results.all());
    return 0;
  }

  private void report(List<Study> studies, List<Measured> results) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(new ObjectMapper().writeValueAsString(results));
    } else {
      out.print(new AccuracyTable(results).markdown(studies));
    }
    out.flush();
  }

  private List<Study> studies() {
    List<String> names = Study.ALL.stream().map(Study::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new InvalidInputException(
            "--only %s: no such data set, expected some of %s".formatted(name, names));
      }
    }
    return Study.ALL.stream()
        .filter(study -> only.isEmpty() || only.contains(study.name()))
        .collect(Collectors.toList());
  }
}
