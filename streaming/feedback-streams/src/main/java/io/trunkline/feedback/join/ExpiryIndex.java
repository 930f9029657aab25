package io.trunkline.feedback.join;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Events in the order in which they are to be looked at again: keys are time and id, so that what
 * is due is found without reading what is not.
 */
final class ExpiryIndex {
  private static final byte[] NOTHING = {};

  private final KeyValueStore<Bytes, byte[]> store;

  ExpiryIndex(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  void add(Instant at, String id) {
    byte[] name = id.getBytes(UTF_8);
    store.put(
        Bytes.wrap(
            ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(at.toEpochMilli())
                .put(name)
                .array()),
        NOTHING);
  }

  /** Takes out those due by then, the most overdue first, and no more than so many. */
  List<String> takeDue(Instant by, int atMost) {
    List<Bytes> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(key(0), key(by.toEpochMilli() + 1))) {
      while (entries.hasNext() && due.size() < atMost) {
        due.add(entries.next().key);
      }
    }
    due.forEach(store::delete);
    return due.stream().map(ExpiryIndex::id).toList();
  }

  /** Before all entries of this time: they are longer. */
  private static Bytes key(long time) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(time).array());
  }

  private static String id(Bytes key) {
    return new String(key.get(), Long.BYTES, key.get().length - Long.BYTES, UTF_8);
  }
}
