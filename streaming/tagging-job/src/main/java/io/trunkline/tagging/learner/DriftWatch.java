package io.trunkline.tagging.learner;

import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.records.SourceRecord;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows whether quality has changed since the last round was planned. */
final class DriftWatch {
  private final AvroCodec<Drift> codec = AvroCodec.of(Drift.class);
  private final Remembered<SourceRecord> state;
  private @Nullable SourceRecord latest;

  DriftWatch(Remembered<SourceRecord> state) throws Exception {
    this.state = state;
    this.latest = state.one().orElse(null);
  }

  /**
   * Takes note of a change, unless it is one of an earlier version's.
   *
   * @throws IOException if the record holds none
   */
  void add(SourceRecord record, long servingGeneration) throws IOException {
    if (record.value() == null) {
      throw new IOException("no value, expected a change of quality");
    }
    if (codec.decode(record.value()).getGeneration() >= servingGeneration) {
      latest = record;
    }
  }

  boolean hasSeenOne() {
    return latest != null;
  }

  /** A round answers what was seen. */
  void forget() {
    latest = null;
  }

  void remember() throws Exception {
    state.replaceBy(Optional.ofNullable(latest));
  }
}
