package io.trunkline.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics of a broker as their users see them: created, written to and read from the outside. */
public final class KafkaTopics implements AutoCloseable {
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private final String bootstrapServers;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  public KafkaTopics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
    this.admin = Admin.create(client);
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Which records a reader sees. */
  public enum Isolation {
    /** What a reader of exactly-once output sees. */
    READ_COMMITTED,
    /** All that was ever written, aborted transactions and open ones included. */
    READ_UNCOMMITTED;

    private String setting() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Creates a topic with so many partitions, and returns when the broker has heard of it. */
  public void create(String topic, int partitions) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    await("topic " + topic)
        .atMost(Scenario.PATIENCE)
        .until(() -> admin.listTopics().names().get().contains(topic));
  }

  public void delete(String topic) throws Exception {
    admin.deleteTopics(List.of(topic)).all().get();
  }

  /** Sets a topic's configuration. */
  public void configure(String topic, String key, String value) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
  }

  /** Writes records in the order given and returns when all are stored. */
  public void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : records) {
      sent.add(producer.send(record));
    }
    producer.flush();
    for (Future<?> future : sent) {
      future.get();
    }
  }

  /** Every record of a topic from its beginning to what is its end now, by partition. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic, Isolation isolation) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(isolation)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(A_MOMENT).forEach(records::add);
      }
    }
    return records;
  }

  /** How many records and transaction markers of a topic are still in open transactions. */
  public long pending(String topic) {
    return end(topic, Isolation.READ_UNCOMMITTED) - end(topic, Isolation.READ_COMMITTED);
  }

  /** The sum over a topic's partitions of the first offset that is not to be read yet. */
  public long end(String topic, Isolation isolation) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(isolation)) {
      return consumer.endOffsets(partitions(consumer, topic)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(Isolation isolation) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            isolation.setting(),
            "enable.auto.commit",
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return IntStream.range(0, consumer.partitionsFor(topic).size())
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
