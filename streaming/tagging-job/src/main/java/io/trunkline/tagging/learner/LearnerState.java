package io.trunkline.tagging.learner;

import io.trunkline.tagging.learner.examples.Kept;
import io.trunkline.tagging.learner.examples.TaskRule;
import io.trunkline.tagging.learner.probation.Trial;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.records.SourceRecord;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * All that a restart needs of the learner. Names and types are in every savepoint: they never
 * change, though a type may get more fields.
 *
 * @param counts what was counted since the beginning
 * @param serving the announcement of the version that serves
 * @param announced what is announced and not seen yet
 * @param tasks what may be learnt
 * @param corrections what waits, is read again, is held out and is in the round that is planned
 * @param plan the round that is planned
 * @param drift the change of quality that no round has answered yet
 * @param proposals those that are not decided, in order
 * @param trial the version on probation
 * @param expected what to expect of the version announced
 * @param unasked corrections that were not put to it yet
 * @param restraint what was taken back of late
 */
record LearnerState(
    Remembered<Counted> counts,
    Remembered<Announcement> serving,
    Remembered<InFlight> announced,
    Remembered<TaskRule> tasks,
    Remembered<Kept> corrections,
    Remembered<KeptPlan> plan,
    Remembered<SourceRecord> drift,
    Remembered<SourceRecord> proposals,
    Remembered<Trial> trial,
    Remembered<Expected> expected,
    Remembered<SourceRecord> unasked,
    Remembered<KeptRestraint> restraint) {

  static LearnerState of(OperatorStateStore store) throws Exception {
    return new LearnerState(
        new Remembered<>(store, "counts", Counted.class),
        new Remembered<>(store, "serving", Announcement.class),
        new Remembered<>(store, "announced", InFlight.class),
        new Remembered<>(store, "tasks", TaskRule.class),
        new Remembered<>(store, "corrections", Kept.class),
        new Remembered<>(store, "plan", KeptPlan.class),
        new Remembered<>(store, "drift", SourceRecord.class),
        new Remembered<>(store, "proposals", SourceRecord.class),
        new Remembered<>(store, "trial", Trial.class),
        new Remembered<>(store, "expected", Expected.class),
        new Remembered<>(store, "unasked", SourceRecord.class),
        new Remembered<>(store, "restraint", KeptRestraint.class));
  }
}
