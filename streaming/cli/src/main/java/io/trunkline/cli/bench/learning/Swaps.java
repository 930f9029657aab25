package io.trunkline.cli.bench.learning;

import io.trunkline.cli.models.ModelsTopic;
import io.trunkline.cli.models.Publisher;
import io.trunkline.cli.records.QuestionSender;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Swaps under load: two models take turns, again and again, while questions come. Every generation
 * has to appear on every subtask before the next one is announced.
 */
final class Swaps {
  private static final int SWAPS = 200;
  private static final int SUBTASKS = 2;
  private static final int PER_SECOND = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration STEADY = Duration.ofSeconds(30);

  /** From here on memory is to be flat. */
  private static final int WARM = 50;

  /**
   * What came of it; latencies in milliseconds, from a question's sending to its label's reading.
   *
   * @param generationsBySubtask how many generations each subtask served, the first one included
   * @param mixedLabels labels whose batch had one of another generation; none, if all is well
   * @param p99Ratio of latency during swaps and without
   * @param memoryMiB resident memory of the process, every ten swaps
   * @param memoryGrowth of the last quarter's mean and that after the warm-up, less 1
   */
  record Result(
      int swaps,
      Map<Integer, Integer> generationsBySubtask,
      long mixedLabels,
      double steadyP99,
      double swappingP99,
      double p99Ratio,
      List<Long> memoryMiB,
      double memoryGrowth) {
    Result {
      generationsBySubtask = new TreeMap<>(generationsBySubtask);
    }
  }

  private final Map<String, Long> sent = new ConcurrentHashMap<>();

  Result run(Path directory, Model one, Model other, List<Example> texts, PrintWriter progress)
      throws Exception {
    try (Lab lab = Lab.start(directory, one, LabSettings.tagging(SUBTASKS))) {
      Pipeline pipeline = lab.pipeline();
      List<String> topics =
          one.spec().tasks().stream().map(Task::name).map(pipeline::labelTopic).toList();
      List<String> digests = List.of(store(lab, other, directory), store(lab, one, directory));
      ModelsTopic models = new ModelsTopic(pipeline);
      Thread load = new Thread(() -> ask(pipeline, texts), "load");
      load.setDaemon(true);
      try (LabelWatch watch = new LabelWatch(pipeline, topics, sent)) {
        load.start();
        Thread.sleep(WARM_UP.toMillis());
        watch.takeLatency();
        Thread.sleep(STEADY.toMillis());
        Histogram steady = watch.takeLatency();
        List<Long> memory = new ArrayList<>();
        for (int swap = 0; swap < SWAPS; swap++) {
          String digest = digests.get(swap % digests.size());
          long generation =
              models.announce(new ModelAnnouncement(digest, Instant.now(), "trunkline bench", ""));
          while (!watch.haveServed(SUBTASKS, generation)) {
            lab.requireRunning();
            Thread.sleep(5);
          }
          if (swap % 10 == 9) {
            memory.add(Memory.residentMiB());
            progress.printf("swap %d, %d MiB%n", swap + 1, memory.get(memory.size() - 1));
            progress.flush();
          }
        }
        Histogram swapping = watch.takeLatency();
        return result(watch, steady, swapping, memory);
      } finally {
        load.interrupt();
        load.join();
      }
    }
  }

  private static Result result(
      LabelWatch watch, Histogram steady, Histogram swapping, List<Long> memory) {
    double before = steady.getValueAtPercentile(99) / 1e3;
    double during = swapping.getValueAtPercentile(99) / 1e3;
    List<Long> warm = memory.subList(WARM / 10, memory.size());
    int quarter = warm.size() / 4;
    return new Result(
        SWAPS,
        watch.served(),
        watch.mixed(),
        before,
        during,
        during / before,
        memory,
        mean(warm.subList(warm.size() - quarter, warm.size())) / mean(warm.subList(0, quarter))
            - 1);
  }

  private static double mean(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).average().orElse(0);
  }

  private void ask(Pipeline pipeline, List<Example> texts) {
    try (QuestionSender questions = new QuestionSender(pipeline)) {
      long start = System.nanoTime();
      for (long asked = 0; ; asked++) {
        // When it was due, not when it was sent: what waits is slow too.
        long due = start + asked * Duration.ofSeconds(1).toNanos() / PER_SECOND;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        String id = "load-" + asked;
        sent.put(id, due);
        Example example = texts.get((int) (asked % texts.size()));
        questions.send(id, example.input(), Instant.now());
      }
    } catch (InterruptedException | InterruptException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String store(Lab lab, Model model, Path directory) throws Exception {
    Path file = directory.resolve("stored.model");
    ModelArchive.write(model, file);
    return new Publisher(lab.pipeline(), InstantSource.system()).store(file);
  }
}
