package io.trunkline.tagging.learner;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.learning.HoldOut;
import io.trunkline.tagging.learner.Counted.Count;
import io.trunkline.tagging.learner.examples.Correction;
import io.trunkline.tagging.learner.examples.CorrectionReader;
import io.trunkline.tagging.learner.examples.Stock;
import io.trunkline.tagging.learner.examples.Stock.Arrival;
import io.trunkline.tagging.learner.examples.TaskRule;
import io.trunkline.tagging.learner.examples.TaskRules;
import io.trunkline.tagging.learner.examples.Unfit;
import io.trunkline.tagging.pipeline.Learning;
import io.trunkline.tagging.records.SourceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts the corrections that come: some are to be learnt, some are held out of all learning, and
 * some fit neither. Which it is depends on the text before anything else.
 */
final class Intake {
  private final CorrectionReader reader = new CorrectionReader();

  private final Remembered<TaskRule> state;
  private final Learning learning;
  private final Stock stock;
  private final Counts counts;
  private final Outbox out;

  private TaskRules rules;

  Intake(Remembered<TaskRule> state, Desk desk, Stock stock) throws Exception {
    this.state = state;
    this.learning = desk.settings().learning();
    this.stock = stock;
    this.counts = desk.counts();
    this.out = desk.out();
    List<TaskRule> remembered = state.all();
    this.rules = new TaskRules(remembered.isEmpty() ? desk.settings().tasks() : remembered);
  }

  /**
   * Takes the corrections of a record in.
   *
   * @return those of them that models may be compared on
   */
  List<Correction> take(SourceRecord record) {
    List<Correction> judges = new ArrayList<>();
    try {
      for (Correction correction : reader.read(record)) {
        counts.add(Count.RECEIVED);
        if (take(correction)) {
          judges.add(correction);
        }
      }
    } catch (IOException | InvalidInputException e) {
      reject(record, e);
    }
    return judges;
  }

  private boolean take(Correction correction) {
    boolean isHeldOut = HoldOut.holds(correction.text().content(), share());
    try {
      rules.check(correction);
    } catch (InvalidInputException e) {
      reject(correction.origin(), e);
      return false;
    }
    if (isHeldOut && !learning.trustedSources().contains(correction.key().source())) {
      counts.add(Count.SET_ASIDE);
      return false;
    }
    return isHeldOut
        ? count(stock.holdOut(correction), correction, Count.HELD_OUT)
        : count(stock.learn(correction, out.now().toEpochMilli()), correction, Count.ACCEPTED);
  }

  /** Where nobody is trusted nothing could be held out. */
  private double share() {
    return learning.trustedSources().isEmpty() ? 0 : learning.holdOut();
  }

  private boolean count(Arrival arrival, Correction correction, Count taken) {
    switch (arrival) {
      case TAKEN -> counts.add(taken);
      case TAKEN_FOR_ANOTHER -> {
        counts.add(taken);
        counts.add(Count.REPLACED);
      }
      case OUTDATED -> counts.add(Count.OUTDATED);
      case FULL ->
          reject(
              correction.origin(),
              new InvalidInputException(
                  "%d corrections wait to be learnt already, expected fewer"
                      .formatted(stock.fresh())));
    }
    return arrival == Arrival.TAKEN || arrival == Arrival.TAKEN_FOR_ANOTHER;
  }

  /** The tasks that may be learnt. */
  List<String> tasks() {
    return rules.all().stream().map(TaskRule::name).toList();
  }

  /** Takes note of what may be learnt from now on, and expels what may be no more. */
  void follow(List<TaskRule> tasks) {
    rules = new TaskRules(tasks);
    for (Unfit unfit : stock.removeUnfit(rules)) {
      if (unfit.isNew()) {
        counts.add(Count.EXPELLED);
      }
      reject(unfit.correction().origin(), unfit.problem());
    }
  }

  void reject(SourceRecord record, Exception problem) {
    counts.add(Count.REJECTED);
    out.reject(record, problem);
  }

  void remember() throws Exception {
    state.replaceBy(rules.all());
  }
}
