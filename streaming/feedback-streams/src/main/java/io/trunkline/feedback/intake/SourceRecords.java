package io.trunkline.feedback.intake;

import io.trunkline.schemas.avro.FeedbackRecord;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A source record put together again: Kafka Streams hands its place and its content apart. */
final class SourceRecords {
  private SourceRecords() {}

  static ConsumerRecord<byte[], byte[]> of(
      ProcessorContext<?, ?> context, Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    return new ConsumerRecord<>(
        place.topic(),
        place.partition(),
        place.offset(),
        record.timestamp(),
        TimestampType.CREATE_TIME,
        size(record.key()),
        size(record.value()),
        record.key(),
        record.value(),
        record.headers(),
        Optional.empty());
  }

  static FeedbackRecord feedback(ConsumerRecord<byte[], byte[]> record) {
    return new FeedbackRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        wrap(record.key()),
        wrap(record.value()));
  }

  /** Names the record: topic, partition and offset, joined by hyphens. */
  static String address(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "-" + record.offset();
  }

  static int size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static @Nullable ByteBuffer wrap(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }
}
