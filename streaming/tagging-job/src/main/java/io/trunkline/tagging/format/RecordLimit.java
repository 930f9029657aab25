package io.trunkline.tagging.format;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.pipeline.Kafka;
import java.io.Serializable;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;

/**
 * How large a record may be, as Kafka counts it: with key and headers, in a batch of its own,
 * before compression.
 *
 * @param messageBytes {@code max.message.bytes} of the topic: what the broker takes, counted
 *     exactly
 * @param requestBytes {@code max.request.size} of the producer, which counts an upper bound
 */
public record RecordLimit(int messageBytes, int requestBytes) implements Serializable {
  /** Room for a dead letter without any of the original bytes. */
  private static final int MIN = 4096;

  private static final Header[] NO_HEADERS = {};

  public RecordLimit {
    if (messageBytes < MIN || requestBytes < MIN) {
      throw new InvalidInputException(
          "dead letters: max.message.bytes of the topic is %d and max.request.size of the producer is %d, expected at least %d of both"
              .formatted(messageBytes, requestBytes, MIN));
    }
  }

  /**
   * The limit for records that producers with these properties send.
   *
   * @param messageBytes {@code max.message.bytes} of the topic
   */
  public static RecordLimit of(int messageBytes, Kafka kafka) {
    // Brokers count compressed bytes, and what cannot be compressed grows: with snappy, at worst,
    // by a sixth and some.
    int room = kafka.compresses() ? messageBytes - messageBytes / 6 - 64 : messageBytes;
    return new RecordLimit(room, kafka.maxRequestSize());
  }

  /** By how many bytes a record without headers passes a limit; not positive where it fits. */
  int excess(byte[] key, byte[] value) {
    int exact = DefaultRecordBatch.sizeInBytes(List.of(new SimpleRecord(0L, key, value)));
    int upperBound =
        AbstractRecords.estimateSizeInBytesUpperBound(
            RecordBatch.CURRENT_MAGIC_VALUE, CompressionType.NONE, key, value, NO_HEADERS);
    return Math.max(exact - messageBytes, upperBound - requestBytes);
  }
}
