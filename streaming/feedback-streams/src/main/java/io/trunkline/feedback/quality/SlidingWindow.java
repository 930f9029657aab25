package io.trunkline.feedback.quality;

import io.trunkline.schemas.avro.Judgement;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The latest judgements of each version, numbered in the order they came: keys are version and
 * number. One record each, so that a new one costs a write of its own size and not of the window's.
 */
final class SlidingWindow {
  private final KeyValueStore<Bytes, Judgement> store;

  SlidingWindow(KeyValueStore<Bytes, Judgement> store) {
    this.store = store;
  }

  void put(VersionKey version, long number, Judgement judgement) {
    store.put(key(version, number), judgement);
  }

  void remove(VersionKey version, long number) {
    store.delete(key(version, number));
  }

  Optional<Judgement> removeOldest(VersionKey version) {
    try (KeyValueIterator<Bytes, Judgement> entries = entries(version)) {
      if (!entries.hasNext()) {
        return Optional.empty();
      }
      KeyValue<Bytes, Judgement> oldest = entries.next();
      store.delete(oldest.key);
      return Optional.of(oldest.value);
    }
  }

  Optional<Judgement> oldest(VersionKey version) {
    try (KeyValueIterator<Bytes, Judgement> entries = entries(version)) {
      return entries.hasNext() ? Optional.of(entries.next().value) : Optional.empty();
    }
  }

  /** The number of what the same source said of the same event; it reads the window through. */
  OptionalLong find(VersionKey version, Judgement revised) {
    try (KeyValueIterator<Bytes, Judgement> entries = entries(version)) {
      while (entries.hasNext()) {
        KeyValue<Bytes, Judgement> entry = entries.next();
        if (entry.value.getEventId().equals(revised.getEventId())
            && entry.value.getSource().equals(revised.getSource())) {
          return OptionalLong.of(number(entry.key));
        }
      }
    }
    return OptionalLong.empty();
  }

  void forget(VersionKey version) {
    while (removeOldest(version).isPresent()) {
      // Until none is left.
    }
  }

  private KeyValueIterator<Bytes, Judgement> entries(VersionKey version) {
    return store.range(key(version, 0), key(version, Long.MAX_VALUE));
  }

  private static Bytes key(VersionKey version, long number) {
    byte[] prefix = version.toBytes().get();
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(number).array());
  }

  private static long number(Bytes key) {
    return ByteBuffer.wrap(key.get()).getLong(key.get().length - Long.BYTES);
  }
}
