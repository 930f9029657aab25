package io.trunkline.tagging.records;

import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it was read.
 *
 * @param topic where it was read
 * @param partition its partition there
 * @param offset its offset there
 * @param key its key; null where it has none
 * @param value its bytes; null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Moved along, never compared.
public record SourceRecord(
    String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {

  /** Topic, partition and offset, joined by hyphens: names the record, however often it is read. */
  public String address() {
    return topic + "-" + partition + "-" + offset;
  }
}
