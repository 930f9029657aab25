package io.trunkline.tagging.format;

import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.SourceRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes dead letters that keep within a limit. */
final class DeadLetterWriter {
  private final AvroCodec<DeadLetter> codec = AvroCodec.of(DeadLetter.class);
  private final RecordLimit limit;

  DeadLetterWriter(RecordLimit limit) {
    this.limit = limit;
  }

  /**
   * The bytes of a dead letter, cut so that they fit beside the Kafka key.
   *
   * <p>Whatever is taken from a field takes at least as much from the record, for a shorter field
   * has no longer length prefix; so the first cut that is deep enough by count is deep enough.
   */
  byte[] write(byte[] kafkaKey, Rejected rejected, Instant failedAt) {
    SourceRecord origin = rejected.origin();
    int keyLength = length(origin.key());
    int valueLength = length(origin.value());
    byte[] bytes = encode(rejected, failedAt, keyLength, valueLength);
    int excess = limit.excess(kafkaKey, bytes);
    if (excess <= 0) {
      return bytes;
    }
    int valueCut = Math.min(excess, valueLength);
    int keyCut = Math.min(excess - valueCut, keyLength);
    return encode(rejected, failedAt, keyLength - keyCut, valueLength - valueCut);
  }

  private byte[] encode(Rejected rejected, Instant failedAt, int keyLength, int valueLength) {
    SourceRecord origin = rejected.origin();
    boolean truncated = keyLength < length(origin.key()) || valueLength < length(origin.value());
    return codec.encode(
        new DeadLetter(
            origin.topic(),
            origin.partition(),
            origin.offset(),
            prefix(origin.key(), keyLength),
            prefix(origin.value(), valueLength),
            origin.value() == null ? -1 : origin.value().length,
            truncated,
            rejected.stage().name().toLowerCase(Locale.ROOT),
            OneLine.of(rejected.errorClass()),
            OneLine.of(rejected.message()),
            failedAt));
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static @Nullable ByteBuffer prefix(byte @Nullable [] bytes, int length) {
    return bytes == null ? null : ByteBuffer.wrap(bytes, 0, length);
  }
}
