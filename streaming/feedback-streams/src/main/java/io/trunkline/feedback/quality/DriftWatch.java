package io.trunkline.feedback.quality;

import io.trunkline.feedback.drift.Adwin;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.DriftWindow;
import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.Outcome;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Watches each task's stream of right and wrong, across versions; keys are the task and the kind of
 * feedback. Only first judgements count: a window cannot take one back.
 */
final class DriftWatch {
  private final KeyValueStore<String, DriftWindow> windows;
  private final double delta;

  DriftWatch(KeyValueStore<String, DriftWindow> windows, double delta) {
    this.windows = windows;
    this.delta = delta;
  }

  /** Takes in a judgement; says if quality has changed. */
  Optional<Drift> add(Judgement judgement) {
    Outcome outcome = judgement.getAfter();
    if (judgement.getBefore() != null || outcome == null) {
      return Optional.empty();
    }
    String key = judgement.getTask() + (outcome.getSolicited() ? "/solicited" : "/volunteered");
    DriftWindow known = windows.get(key);
    Adwin adwin = new Adwin(delta, known == null ? List.of() : known.getRows());
    Optional<Adwin.Change> change = adwin.add(outcome.getCorrect());
    windows.put(key, new DriftWindow(adwin.rows()));
    return change.map(
        seen ->
            new Drift(
                judgement.getTask(),
                judgement.getGeneration(),
                outcome.getSolicited(),
                seen.before(),
                seen.judgedBefore(),
                seen.after(),
                seen.judgedAfter(),
                judgement.getJudgedAt()));
  }
}
