package io.trunkline.tagging.learner;

import io.trunkline.model.Example;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.tagging.learner.InFlight.Cause;
import io.trunkline.tagging.learner.Outbox.Decision;
import io.trunkline.tagging.learner.Versions.Change;
import io.trunkline.tagging.learner.examples.Correction;
import io.trunkline.tagging.learner.probation.Answered;
import io.trunkline.tagging.learner.probation.Answers;
import io.trunkline.tagging.learner.probation.Trial;
import io.trunkline.tagging.pipeline.Learning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a new version with the one before it by the corrections that come, and takes it back
 * where it is shown to be worse. A version that came back so is not tried against the bad one, nor
 * is one that somebody proposed: a person's decision is not undone.
 */
final class ProbationWatch {
  private final Remembered<Trial> state;
  private final Remembered<Expected> expectations;
  private final Desk desk;
  private final Learning learning;
  private final Hearing hearing;

  private @Nullable Trial trial;
  private @Nullable Expected expected;

  ProbationWatch(
      Remembered<Trial> state, Remembered<Expected> expectations, Desk desk, Hearing hearing)
      throws Exception {
    this.state = state;
    this.expectations = expectations;
    this.expected = expectations.one().orElse(null);
    this.desk = desk;
    this.learning = desk.settings().learning();
    this.hearing = hearing;
    this.trial = state.one().orElse(null);
    if (trial != null) {
      hearing.begin(trial);
    }
  }

  /** Takes note of what to expect of a version that is to serve. */
  void expect(Expected answers) {
    expected = answers;
  }

  /**
   * Another version serves.
   *
   * @param tasks whose corrections count
   * @param known examples that tell how numbers scatter
   */
  void changed(Change change, List<String> tasks, List<Example> known) {
    if (change.before().digest().equals(change.after().digest())) {
      return; // The same model under another generation.
    }
    end();
    if (change.cause() == Cause.PROPOSAL) {
      desk.restraint().relax();
    }
    if (change.cause() != Cause.ROLLBACK && change.cause() != Cause.PROPOSAL) {
      long now = desk.out().now().toEpochMilli();
      trial = Trial.begin(change.after(), change.before(), now, tasks, known, learning.gate());
      if (expected != null && expected.digest().equals(change.after().digest())) {
        trial = trial.expecting(Answers.expected(expected.answers()));
      }
      hearing.begin(trial);
    }
    expected = null;
  }

  /** Takes a correction in that models may be compared on. */
  void add(Correction correction) {
    if (trial != null) {
      hearing.add(correction);
    }
  }

  /** Hears what there is to hear, and decides where there is enough. */
  void advance() {
    if (trial == null) {
      return;
    }
    Instant end = Instant.ofEpochMilli(trial.since()).plus(learning.probation().duration());
    Optional<String> alarm = trial.alarm();
    if (alarm.isPresent()) {
      convict(trial, alarm.get());
    } else if (!desk.out().now().isBefore(end)) {
      desk.restraint().relax();
      end();
    } else {
      hearing.advance(this::heard);
    }
  }

  private void heard(List<Answered> answers) {
    if (trial != null) {
      trial = trial.with(answers);
      Optional<String> shift = trial.shift();
      if (shift.isPresent()) {
        trial = trial.shiftTold();
        decide(trial, Verdict.REJECTED, shift.get() + "; it serves on, for labels can be right");
      }
    }
  }

  private void convict(Trial convicted, String evidence) {
    Restraint restraint = desk.restraint();
    int most = learning.probation().maxRollbacks();
    if (restraint.rollbacks() >= most) {
      restraint.hold();
      decide(convicted, Verdict.REJECTED, evidence + "; it serves on, for only people decide");
      end();
    } else if (desk.versions().areSettled() && restraint.allows(desk.out().now())) {
      takeBack(convicted, evidence);
    }
  }

  private void takeBack(Trial convicted, String evidence) {
    Restraint restraint = desk.restraint();
    restraint.tookBack(desk.out().now().plus(learning.probation().coolDown()));
    boolean last = restraint.rollbacks() == learning.probation().maxRollbacks();
    if (last) {
      restraint.hold();
    }
    String more = last ? "; from here on only people decide" : "";
    decide(convicted, Verdict.ACCEPTED, evidence + more);
    String note = "takes generation %d back".formatted(convicted.serving().generation());
    desk.versions().announce(convicted.predecessor().digest(), Desk.NAME, note, Cause.ROLLBACK);
    end();
  }

  private void decide(Trial convicted, Verdict verdict, String reason) {
    Decision decision =
        new Decision(
            DecisionKind.PROBATION,
            verdict,
            convicted.predecessor().digest(),
            convicted.serving().generation(),
            null,
            Desk.NAME,
            reason,
            List.of());
    desk.out().decide(decision, convicted.serving());
  }

  private void end() {
    if (trial != null) {
      trial = null;
      hearing.end();
    }
  }

  void remember() throws Exception {
    state.replaceBy(Optional.ofNullable(trial));
    expectations.replaceBy(Optional.ofNullable(expected));
    hearing.remember();
  }
}
