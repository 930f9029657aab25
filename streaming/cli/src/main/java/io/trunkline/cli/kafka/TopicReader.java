package io.trunkline.cli.kafka;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.pipeline.Pipeline;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from the outside as any consumer would: committed records only, every partition, and
 * without a consumer group, so that nobody notices. Confined to one thread.
 */
public final class TopicReader implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;

  private TopicReader(Pipeline pipeline, List<TopicPartition> partitions) {
    consumer =
        new KafkaConsumer<>(
            pipeline.consumerProperties(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(partitions);
  }

  /**
   * Begins with the oldest record of each topic.
   *
   * @throws InvalidInputException if a topic does not exist or no broker answers
   */
  public static TopicReader fromBeginning(Pipeline pipeline, Collection<String> topics)
      throws InterruptedException {
    TopicReader reader = new TopicReader(pipeline, partitions(pipeline, topics));
    reader.consumer.seekToBeginning(reader.consumer.assignment());
    return reader;
  }

  /** Like {@link #fromBeginning}, but begins with the next record to arrive. */
  public static TopicReader fromEnd(Pipeline pipeline, Collection<String> topics)
      throws InterruptedException {
    TopicReader reader = new TopicReader(pipeline, partitions(pipeline, topics));
    reader.consumer.seekToEnd(reader.consumer.assignment());
    // Settles where the end is now, not at the first poll.
    reader.consumer.assignment().forEach(reader.consumer::position);
    return reader;
  }

  /** The next records, if any come within {@code patience}. */
  public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
    return consumer.poll(patience);
  }

  /** Whether every record that is committed by now has been read. */
  public boolean atEnd() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static List<TopicPartition> partitions(Pipeline pipeline, Collection<String> topics)
      throws InterruptedException {
    try (Brokers brokers = new Brokers(pipeline)) {
      return brokers.partitions(topics);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
