package io.trunkline.cli.bench;

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
      description = "Where results are written down, a line a training.")
  private Path results;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3",
      paramLabel = "N",
      description = "A training for each of them; ${DEFAULT-VALUE} by default.")
  private List<Long> seeds;

  @Option(
      names = "--jobs",
      defaultValue = "1",
      paramLabel = "N",
      description = "Trainings at a time, each on a core; ${DEFAULT-VALUE} by default.")
  private int jobs;

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

  ResultsFile results() throws IOException {
    return ResultsFile.open(results);
  }

  List<Long> seeds() {
    return seeds;
  }

  int jobs() {
    return Math.max(1, jobs);
  }

  boolean json() {
    return json;
  }

  /** The training settings. */
  TrainingConfig settings() throws IOException {
    return TrainingFile.read(config).over(TrainingConfig.defaults());
  }

  Benchmark benchmark(ResultsFile into, PrintWriter err) throws IOException {
    return benchmark(settings(), into, err);
  }

  /** One with other settings. */
  Benchmark benchmark(TrainingConfig settings, ResultsFile into, PrintWriter err) {
    return new Benchmark(new Examiner(settings, InstantSource.system()), into, err);
  }
}
