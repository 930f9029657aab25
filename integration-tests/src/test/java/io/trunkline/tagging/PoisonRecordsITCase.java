package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.testing.Delivery;
import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Records that cannot be used, each between two that can. */
@ExtendWith(KafkaExtension.class)
final class PoisonRecordsITCase {
  private static final AvroCodec<TextEvent> CODEC = AvroCodec.of(TextEvent.class);

  @TempDir Path directory;

  /**
   * @param value the record's bytes; null for a tombstone
   * @param stage where it must fail
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Poison(byte @Nullable [] value, String stage) {}

  @Test
  void poisonInAvroIsSetAsideOnceAndNothingElseIsLost(KafkaTopics topics) throws Exception {
    assertThatPoisonIsSetAside(
        Scenario.create(
            topics,
            "poison-avro",
            directory,
            """
            questions: {maxTextBytes: 100}
            checkpointing: {interval: 5m}
            """),
        List.of(
            new Poison(null, "validate"),
            new Poison(new byte[0], "decode"),
            new Poison(utf8("What is a transistor?"), "decode"),
            new Poison(withUnknownSchema(), "decode"),
            new Poison(Arrays.copyOf(event("cut", "short"), 14), "decode"),
            new Poison(Arrays.copyOf(event("too", "long"), 200), "decode"),
            new Poison(event("blank", " \t\n"), "validate"),
            new Poison(event("", "Who asks?"), "validate"),
            new Poison(event("oversized", "x".repeat(101)), "validate"),
            new Poison(
                event("e-5", "Before time?", Instant.parse("1969-12-31T23:59:59Z")), "validate")));
  }

  @Test
  void poisonInJsonIsSetAsideOnceAndNothingElseIsLost(KafkaTopics topics) throws Exception {
    assertThatPoisonIsSetAside(
        Scenario.create(
            topics,
            "poison-json",
            directory,
            """
            questions: {format: json, maxTextBytes: 100}
            checkpointing: {interval: 5m}
            """),
        List.of(
            new Poison(null, "validate"),
            new Poison(new byte[0], "validate"),
            new Poison(utf8("{\"id\": \"a\", \"text\": "), "decode"),
            new Poison(utf8("[\"an array\"]"), "validate"),
            new Poison(invalidUtf8("{\"id\": \"a\", \"text\": \"?\"}"), "decode"),
            new Poison(utf8("{\"id\": \"a\"}"), "validate"),
            new Poison(utf8("{\"id\": \"a\", \"text\": \"\"}"), "validate")));
  }

  /**
   * Between the first record and the failure no checkpoint completes; so all that readers see at
   * the end was written after the failure.
   */
  private static void assertThatPoisonIsSetAside(Scenario scenario, List<Poison> poison)
      throws Exception {
    scenario.models().publish(TinyModels.of(1));
    int count = poison.size();
    Fault fault = new Fault();
    try (RunningJob job = RunningJob.start(scenario, fault)) {
      job.awaitFirstCheckpoint();
      for (int i = 0; i < count; i++) {
        scenario.ask(Events.range(i, i + 1));
        send(scenario, "poison-" + i, poison.get(i));
      }
      awaitWritten(scenario, count, count);
      fault.strike();
      scenario.ask(Events.range(count, count + 1));
      awaitWritten(scenario, 2 * count + 1, 2 * count);
      job.stopWithSavepoint();
    }

    List<String> good = Events.ids(0, count + 1);
    for (String task : TinyModels.TASKS) {
      assertThat(scenario.delivery(task, good)).as(task).isEqualTo(Delivery.EXACTLY_ONCE);
    }
    List<DeadLetter> letters = scenario.deadLetters();
    assertThat(letters).hasSameSizeAs(poison);
    for (int i = 0; i < count; i++) {
      assertThatOneTellsOf(letters, find(scenario, "poison-" + i), poison.get(i).stage());
    }
  }

  private static void assertThatOneTellsOf(
      List<DeadLetter> letters, ConsumerRecord<byte[], byte[]> poison, String stage) {
    assertThat(letters)
        .filteredOn(letter -> ByteBuffer.wrap(poison.key()).equals(letter.getKey()))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getTopic()).isEqualTo(poison.topic());
              assertThat(letter.getPartition()).isEqualTo(poison.partition());
              assertThat(letter.getOffset()).isEqualTo(poison.offset());
              assertThat(letter.getValue())
                  .isEqualTo(poison.value() == null ? null : ByteBuffer.wrap(poison.value()));
              assertThat(letter.getTruncated()).isFalse();
              assertThat(letter.getStage()).as(letter.getMessage()).isEqualTo(stage);
              assertThat(letter.getErrorClass()).isNotBlank();
              assertThat(letter.getMessage()).isNotBlank().hasLineCount(1);
            });
  }

  private static void send(Scenario scenario, String key, Poison poison) throws Exception {
    String topic = scenario.pipeline().questions().topic();
    scenario.topics().send(List.of(new ProducerRecord<>(topic, utf8(key), poison.value())));
  }

  private static ConsumerRecord<byte[], byte[]> find(Scenario scenario, String key) {
    String topic = scenario.pipeline().questions().topic();
    return scenario.topics().read(topic, Isolation.READ_COMMITTED).stream()
        .filter(record -> Arrays.equals(record.key(), utf8(key)))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until so many records have been written, committed or not. */
  private static void awaitWritten(Scenario scenario, int labelsOfATask, int deadLetters) {
    for (String task : TinyModels.TASKS) {
      awaitWritten(scenario, scenario.pipeline().labelTopic(task), labelsOfATask);
    }
    awaitWritten(scenario, scenario.pipeline().deadLetters().topic(), deadLetters);
  }

  private static void awaitWritten(Scenario scenario, String topic, int records) {
    await("%d records on %s".formatted(records, topic))
        .atMost(Scenario.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(scenario.topics().read(topic, Isolation.READ_UNCOMMITTED))
                    .hasSize(records));
  }

  private static byte[] event(String id, String text) {
    return event(id, text, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static byte[] event(String id, String text, Instant time) {
    return CODEC.encode(new TextEvent(id, text, time, "", null, Map.of()));
  }

  /** A record whose marker is right but whose schema nobody knows. */
  private static byte[] withUnknownSchema() {
    byte[] bytes = event("unknown", "Which schema?");
    bytes[2] ^= 1;
    return bytes;
  }

  private static byte[] invalidUtf8(String json) {
    byte[] bytes = utf8(json);
    bytes[json.indexOf('?')] = (byte) 0xFF;
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
