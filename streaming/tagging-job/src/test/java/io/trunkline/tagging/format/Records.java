package io.trunkline.tagging.format;

import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Kafka records and pipelines as the tests of this package need them. */
final class Records {
  static final long TIMESTAMP = 1_767_225_600_000L; // 2026-01-01T00:00:00Z

  private Records() {}

  /** A pipeline of which only some sections are told, in YAML's flow style. */
  static Pipeline pipeline(String sections) {
    return Pipeline.parse("kafka: {bootstrap.servers: 'localhost:1'}\n" + sections, "test.yaml");
  }

  /** The record at offset 42 of partition 3 of {@code questions}. */
  static ConsumerRecord<byte[], byte[]> consumed(byte[] key, byte[] value) {
    return new ConsumerRecord<>(
        "questions",
        3,
        42,
        TIMESTAMP,
        TimestampType.CREATE_TIME,
        -1,
        -1,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  /** What a consumer sees of what a producer sent. */
  static ConsumerRecord<byte[], byte[]> delivered(ProducerRecord<byte[], byte[]> sent) {
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        0,
        sent.timestamp() == null ? TIMESTAMP : sent.timestamp(),
        TimestampType.CREATE_TIME,
        -1,
        -1,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
