package io.trunkline.feedback.quality;

import io.trunkline.feedback.serde.AvroSerdes;
import io.trunkline.schemas.avro.DriftWindow;
import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.VersionQuality;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of live quality. Their names are in the names of their changelogs: they are for ever.
 */
public final class QualityStores {
  /** By {@link VersionKey}, a {@link VersionQuality}. */
  public static final String VERSIONS = "versions";

  /** See {@link SlidingWindow}. */
  static final String WINDOWS = "windows";

  /** See {@link DriftWatch}. */
  static final String DRIFT = "drift";

  private QualityStores() {}

  static Set<StoreBuilder<?>> builders() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(VERSIONS),
            Serdes.Bytes(),
            AvroSerdes.of(VersionQuality.class)),
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(WINDOWS),
            Serdes.Bytes(),
            AvroSerdes.of(Judgement.class)),
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DRIFT),
            Serdes.String(),
            AvroSerdes.of(DriftWindow.class)));
  }
}
