package io.trunkline.feedback.serde;

import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes over the one codec of all records. */
public final class AvroSerdes {
  private AvroSerdes() {}

  /**
   * A serde for one type of record that many threads may share, as those of Kafka Streams and those
   * that query its stores do. It fails with a {@link SerializationException} on what was not
   * written by an equal one: it is for topics and stores that are the application's own.
   */
  public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    ThreadLocal<AvroCodec<T>> codec = ThreadLocal.withInitial(() -> AvroCodec.of(type));
    return Serdes.serdeFrom(
        (topic, record) -> record == null ? null : codec.get().encode(record),
        (topic, bytes) -> bytes == null ? null : decode(codec.get(), topic, bytes));
  }

  private static <T extends SpecificRecord> T decode(
      AvroCodec<T> codec, String topic, byte[] bytes) {
    try {
      return codec.decode(bytes);
    } catch (MalformedRecordException e) {
      throw new SerializationException(topic + ": " + e.getMessage(), e);
    }
  }
}
