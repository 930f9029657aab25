package io.trunkline.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Runs the trainings of a benchmark that have no result yet, some at a time. */
final class Benchmark {
  private final Examiner examiner;
  private final ResultsFile results;
  private final PrintWriter err;

  Benchmark(Examiner examiner, ResultsFile results, PrintWriter err) {
    this.examiner = examiner;
    this.results = results;
    this.err = err;
  }

  /**
   * Runs them and says of each how it went.
   *
   * @param jobs how many at a time; each keeps one core busy
   */
  void run(List<Training> trainings, int jobs) throws IOException, InterruptedException {
    List<Training> left =
        trainings.stream().filter(training -> !results.has(training.key())).toList();
    AtomicInteger done = new AtomicInteger(trainings.size() - left.size());
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Training training : left) {
        running.add(threads.submit(() -> run(training, done, trainings.size())));
      }
      for (Future<?> one : running) {
        await(one);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void run(Training training, AtomicInteger done, int all) {
    Measured measured = examiner.examine(training);
    try {
      results.add(measured);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    err.printf("%d of %d: %s%n", done.incrementAndGet(), all, line(measured));
    err.flush();
  }

  private static void await(Future<?> one) throws IOException, InterruptedException {
    try {
      one.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static String line(Measured measured) {
    String figures =
        measured.tasks().keySet().stream()
            .map(
                task ->
                    String.format(
                        Locale.ROOT,
                        "%s %.1f",
                        task,
                        100 * measured.figure(task, Measured.HEADLINE)))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "%s, %s, %.0f s", measured.key(), figures, measured.seconds());
  }
}
