package io.trunkline.cli.bench.learning;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.tagging.format.LabelHeaders;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads labels as they come, on a thread of its own: how long each took, which generations each
 * subtask served, and whether a batch was ever of two.
 */
final class LabelWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(10);

  private record Batch(String subtask, String number) {}

  private final TopicReader reader;
  private final Map<String, Long> sent;
  private final Map<Integer, Set<Long>> generations = new ConcurrentHashMap<>();
  private final Map<Batch, Long> batches = new HashMap<>();
  private final Thread thread = new Thread(this::watch, "label-watch");
  private volatile Histogram latency = histogram();
  private volatile long mixed;
  private volatile boolean closed;

  /**
   * Begins with the next label.
   *
   * @param sent when each question was sent, by its id, by {@link System#nanoTime}
   */
  LabelWatch(Pipeline pipeline, List<String> topics, Map<String, Long> sent)
      throws InterruptedException {
    this.sent = sent;
    reader = TopicReader.fromEnd(pipeline, topics);
    thread.setDaemon(true);
    thread.start();
  }

  /** The latencies since the last call, in microseconds. */
  Histogram takeLatency() {
    Histogram taken = latency;
    latency = histogram();
    return taken;
  }

  /** Whether so many subtasks have labelled something with a generation. */
  boolean haveServed(int subtasks, long generation) {
    return generations.values().stream().filter(served -> served.contains(generation)).count()
        == subtasks;
  }

  /** How many generations each subtask has served. */
  Map<Integer, Integer> served() {
    Map<Integer, Integer> served = new TreeMap<>();
    generations.forEach((subtask, generationsOf) -> served.put(subtask, generationsOf.size()));
    return Collections.unmodifiableMap(served);
  }

  /** Labels whose batch had one of another generation before. */
  long mixed() {
    return mixed;
  }

  private void watch() {
    while (!closed) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
        take(record);
      }
    }
    reader.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Long at = sent.remove(new String(record.key(), StandardCharsets.UTF_8));
    if (at != null) {
      latency.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - at));
    }
    String subtask = header(record, LabelHeaders.SUBTASK);
    long generation = Long.parseLong(header(record, LabelHeaders.GENERATION));
    generations
        .computeIfAbsent(Integer.valueOf(subtask), unseen -> new ConcurrentSkipListSet<>())
        .add(generation);
    Batch batch = new Batch(subtask, header(record, LabelHeaders.BATCH));
    Long of = batches.putIfAbsent(batch, generation);
    if (of != null && of != generation) {
      mixed++;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(
        Objects.requireNonNull(record.headers().lastHeader(name), name).value(),
        StandardCharsets.US_ASCII);
  }

  private static Histogram histogram() {
    return new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
