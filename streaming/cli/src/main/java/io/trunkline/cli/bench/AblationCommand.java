package io.trunkline.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.model.TrainingFile;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trunkline bench ablation}. */
@Command(
    name = "ablation",
    description = {
      "Trains on TREC with one setting after the other changed, to see what each is worth, on the"
          + " texts as they are and with slips in a tenth of their characters.",
      "Only training data is used: with seed N, the N-th tenth of it is the test set."
    },
    footerHeading = "%nExamples:%n",
    footer = "  trunkline bench ablation --data data --results ablation.jsonl --seeds 1,2 --jobs 2")
final class AblationCommand implements Callable<Integer> {
  static final String STUDY = "ablation";
  private static final String TRAIN = "trec/train.jsonl";
  private static final int PARTS = 10;

  @Spec private CommandSpec spec;
  @Mixin private BenchmarkOptions options;
  @Mixin private JobsOption jobs;

  AblationCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Training> trainings = trainings();
    List<Measured> measured = new ArrayList<>();
    for (Variant variant : Variant.ALL) {
      TrainingConfig settings =
          TrainingFile.of(variant.name(), variant.yaml()).over(options.settings());
      ResultsFile results = options.results(settings);
      options
          .benchmark(settings, results, spec.commandLine().getErr())
          .run(
              trainings.stream().map(one -> one.withVariant(variant.name())).toList(), jobs.jobs());
      results.all().stream()
          .filter(one -> one.variant().equals(variant.name()))
          .forEach(measured::add);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(new ObjectMapper().writeValueAsString(measured));
    } else {
      out.print(new AblationTable(measured).markdown(Variant.ALL));
    }
    out.flush();
    return 0;
  }

  private List<Training> trainings() throws IOException {
    Study study = Study.folds(STUDY, TRAIN, PARTS);
    List<Training> trainings = new ArrayList<>();
    for (long seed : options.seeds()) {
      if (seed < 1 || seed > PARTS) {
        throw new InvalidInputException(
            "--seeds %d: expected 1 to %d, the part to test on".formatted(seed, PARTS));
      }
      trainings.add(options.data().trainings(study, false, seed).get((int) seed - 1));
    }
    return trainings;
  }
}
