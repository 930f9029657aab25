package io.trunkline.tagging.learner;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the learner from going round in circles: after a version was taken back nothing happens for
 * a while, and after too many in a row only people decide.
 */
final class Restraint {
  private final Remembered<KeptRestraint> state;
  private KeptRestraint record;

  Restraint(Remembered<KeptRestraint> state) throws Exception {
    this.state = state;
    this.record = state.one().orElse(new KeptRestraint(0, 0, false));
  }

  /** Whether a round may be planned, or a version taken back. */
  boolean allows(Instant now) {
    return !record.held() && now.toEpochMilli() >= record.until();
  }

  /** Whether only people decide. */
  boolean holds() {
    return record.held();
  }

  /** Versions taken back in a row. */
  int rollbacks() {
    return record.rollbacks();
  }

  /** A version was taken back. */
  void tookBack(Instant until) {
    record = new KeptRestraint(record.rollbacks() + 1, until.toEpochMilli(), record.held());
  }

  /** From here on only people decide. */
  void hold() {
    record = new KeptRestraint(record.rollbacks(), record.until(), true);
  }

  /** A version has proven itself, or somebody has decided. */
  void relax() {
    record = new KeptRestraint(0, record.until(), false);
  }

  void remember() throws Exception {
    state.replaceBy(Optional.of(record));
  }
}
