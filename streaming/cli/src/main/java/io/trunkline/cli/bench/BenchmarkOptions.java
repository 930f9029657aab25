package io.trunkline.cli.bench;

import io.trunkline.cli.model.OutputFile;
import io.trunkline.cli.model.TrainingFile;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the benchmarks of learning have in common. */
final class BenchmarkOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder that the data sets lie in: trec, massive, trivia, mtl16.")
  private Path data;

  @Option(
      names = "--results",
      required = true,
      paramLabel = "F.jsonl",
      description =
          "Where results are written down, a line a training; those of other settings stay as they"
              + " are and are not shown.")
  private Path results;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3",
      paramLabel = "N",
      description = "A training for each of them; ${DEFAULT-VALUE} by default.")
  private List<Long> seeds;

  @Option(
      names = "--config",
      paramLabel = "C.yaml",
      description = "Training settings other than the defaults, as for 'trunkline train'.")
  private @Nullable Path config;

  @Option(names = "--json", description = "Print all results as a JSON array.")
  private boolean json;

  BenchmarkOptions() {}

  DataFiles data() {
    return new DataFiles(data);
  }

  /** The results of trainings with these settings. */
  ResultsFile results(TrainingConfig settings) throws IOException {
    OutputFile.requireWritableInPlace("--results", results);
    return ResultsFile.open(results, SettingsDigest.of(settings));
  }

  List<Long> seeds() {
    return seeds;
  }

  boolean json() {
    return json;
  }

  /** The training settings. */
  TrainingConfig settings() throws IOException {
    return TrainingFile.read(config).over(TrainingConfig.defaults());
  }

  /** One that trains with these settings. */
  Benchmark benchmark(TrainingConfig settings, ResultsFile into, PrintWriter err) {
    return new Benchmark(new Examiner(settings, InstantSource.system()), into, err);
  }
}
