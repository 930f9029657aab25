package io.trunkline.feedback.join;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the join. Their names are in the names of their changelogs: they are for ever. */
final class JoinStores {
  /** By event id, an {@link io.trunkline.schemas.avro.EventState} as bytes. */
  static final String EVENTS = "events";

  /** See {@link ExpiryIndex}. */
  static final String EXPIRY = "expiry";

  private JoinStores() {}

  static Set<StoreBuilder<?>> builders() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(EVENTS), Serdes.String(), Serdes.ByteArray()),
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(EXPIRY), Serdes.Bytes(), Serdes.ByteArray()));
  }
}
