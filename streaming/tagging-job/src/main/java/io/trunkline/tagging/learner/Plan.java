package io.trunkline.tagging.learner;

import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.Round;
import io.trunkline.tagging.learner.examples.Slice;
import io.trunkline.tagging.learner.rounds.PlannedRound;

/**
 * A round that is planned and not decided.
 *
 * @param record what the rounds topic says of it
 * @param slice its corrections
 * @param round what is to be run
 */
record Plan(Round record, Slice slice, PlannedRound round) {
  String digest() {
    return record.getDigest();
  }

  /** Whether what is to be run is what was recorded. */
  boolean isAsRecorded() {
    return round.digest().equals(digest());
  }

  /** The version that it starts from. */
  ModelVersion champion() {
    return new ModelVersion(record.getParent(), record.getReplaces());
  }

  /** The generation that its model is to replace. */
  long replaces() {
    return record.getReplaces();
  }
}
