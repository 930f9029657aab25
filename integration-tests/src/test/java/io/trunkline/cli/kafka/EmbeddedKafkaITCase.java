package io.trunkline.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EmbeddedKafkaITCase {
  @TempDir Path directory;

  @Test
  void committedRecordsAreReadAndAbortedOnesAreNot() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
      createTopic(kafka.bootstrapServers(), "greetings");
      try (KafkaProducer<String, String> producer = producer(kafka.bootstrapServers())) {
        producer.initTransactions();
        producer.beginTransaction();
        var aborted = producer.send(new ProducerRecord<>("greetings", "never said"));
        producer.flush();
        assertThat(aborted.get().hasOffset()).isTrue();
        producer.abortTransaction();
        producer.beginTransaction();
        var committed = producer.send(new ProducerRecord<>("greetings", "hello"));
        producer.commitTransaction();
        assertThat(committed.get().hasOffset()).isTrue();
      }
      assertThat(first(kafka.bootstrapServers(), "greetings")).isEqualTo("hello");
    }
  }

  @Test
  void aSecondStartOnTheSameDirectoryFindsTheTopicsOfTheFirst() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
      createTopic(kafka.bootstrapServers(), "kept");
    }
    try (EmbeddedKafka again = EmbeddedKafka.start(directory);
        Admin admin = admin(again.bootstrapServers())) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void aTakenPortIsBadInput() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedKafka.start(directory, taken.getLocalPort()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is not free");
    }
  }

  private static void createTopic(String servers, String topic) throws Exception {
    try (Admin admin = admin(servers)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static Admin admin(String servers) {
    return Admin.create(Map.of("bootstrap.servers", servers));
  }

  private static KafkaProducer<String, String> producer(String servers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers, "transactional.id", "test"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static String first(String servers, String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", servers,
            "group.id", "test",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (true) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          return record.value();
        }
      }
    }
  }
}
