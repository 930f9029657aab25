package io.trunkline.feedback.join;

import io.trunkline.feedback.serde.AvroSerdes;
import io.trunkline.schemas.avro.EventState;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What is known of events, by their ids. */
final class EventStore {
  private final Serde<EventState> serde = AvroSerdes.of(EventState.class);
  private final KeyValueStore<String, byte[]> store;
  private final int maxBytes;

  /**
   * @param maxBytes the most that is kept of an event
   */
  EventStore(KeyValueStore<String, byte[]> store, int maxBytes) {
    this.store = store;
    this.maxBytes = maxBytes;
  }

  @Nullable EventState get(String id) {
    return serde.deserializer().deserialize(JoinStores.EVENTS, store.get(id));
  }

  /**
   * Keeps a state unless it is too large: one that does not fit into the changelog would stop the
   * application for good.
   *
   * @return whether it is kept
   */
  boolean put(String id, EventState state) {
    byte[] bytes = serde.serializer().serialize(JoinStores.EVENTS, state);
    if (bytes.length > maxBytes) {
      return false;
    }
    store.put(id, bytes);
    return true;
  }

  void delete(String id) {
    store.delete(id);
  }
}
