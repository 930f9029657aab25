package io.trunkline.tagging.models;

import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models topic, read from its end backwards. */
final class AnnouncementLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnnouncementLog.class);

  /** Offsets that are read at a time. */
  private static final long WINDOW = 100;

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int MAX_IDLE_POLLS = 30;

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final long begin;
  private final long end;

  AnnouncementLog(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    begin = offset(consumer.beginningOffsets(List.of(partition)).get(partition));
    end = offset(consumer.endOffsets(List.of(partition)).get(partition));
  }

  static AnnouncementLog of(Pipeline pipeline) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new AnnouncementLog(
        new KafkaConsumer<>(pipeline.consumerProperties(), bytes, bytes),
        pipeline.models().topic());
  }

  private static long offset(@Nullable Long offset) {
    return Objects.requireNonNull(offset);
  }

  /** The offset that the next announcement will have, or a smaller one that none will have. */
  long end() {
    return end;
  }

  /** All announcements, newest first, read as they are asked for. */
  Stream<Announcement> newestFirst() {
    return LongStream.iterate(end, to -> to > begin, to -> to - WINDOW)
        .mapToObj(to -> read(Math.max(begin, to - WINDOW), to))
        .flatMap(List::stream);
  }

  private List<Announcement> read(long from, long to) {
    List<Announcement> announcements = new ArrayList<>();
    consumer.seek(partition, from);
    int idlePolls = 0;
    while (consumer.position(partition) < to) {
      long position = consumer.position(partition);
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < to) {
          add(record, announcements);
        }
      }
      idlePolls = consumer.position(partition) == position ? idlePolls + 1 : 0;
      if (idlePolls == MAX_IDLE_POLLS) {
        throw new TimeoutException(partition + " cannot be read from offset " + position);
      }
    }
    Collections.reverse(announcements);
    return announcements;
  }

  private static void add(ConsumerRecord<byte[], byte[]> record, List<Announcement> to) {
    try {
      to.add(Announcement.read(record));
    } catch (IOException e) {
      LOG.warn("Passed over offset {} of {}: {}", record.offset(), record.topic(), e.getMessage());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
