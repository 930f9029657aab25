package io.trunkline.bench.latency;

import io.trunkline.bench.pipeline.Course;
import io.trunkline.cli.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads labels as any consumer would, and how late each is. Confined to one thread. */
final class Watch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final TopicReader reader;
  private final int tasks;

  Watch(Course course) throws InterruptedException {
    reader = TopicReader.fromEnd(course.pipeline(), course.labelTopics());
    tasks = course.labelTopics().size();
  }

  /** Whether a label of a question comes within some time. */
  boolean sees(String id, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
        if (id(record).equals(id)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Reads until all labels of a schedule are there, of each task one a question.
   *
   * @return by how many microseconds labels were later than their questions were due, without those
   *     of the warm-up
   * @throws IllegalStateException if some never come
   */
  Histogram await(Schedule schedule) {
    Histogram late = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    long left = (long) schedule.count() * tasks;
    long lastSeen = System.nanoTime();
    while (left > 0) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
        long now = System.nanoTime();
        int question = schedule.question(id(record));
        if (question >= 0) {
          left--;
          lastSeen = now;
          if (question >= schedule.warmUp()) {
            late.recordValue(TimeUnit.NANOSECONDS.toMicros(now - schedule.due(question)));
          }
        }
      }
      if (System.nanoTime() - lastSeen > TimeUnit.MINUTES.toNanos(1)) {
        throw new IllegalStateException(
            "%d labels of %s have not come for a minute".formatted(left, schedule.name()));
      }
    }
    return late;
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    reader.close();
  }
}
