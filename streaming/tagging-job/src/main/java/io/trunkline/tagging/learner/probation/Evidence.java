package io.trunkline.tagging.learner.probation;

import io.trunkline.model.gate.Correctness;
import io.trunkline.model.gate.Probation;
import io.trunkline.tagging.learner.examples.Correction;
import java.util.Locale;

/**
 * What corrections of one task say of a version on probation.
 *
 * @param task the task's name
 * @param solicited whether of events that were drawn at random to be judged, or volunteered
 * @param scale how far off a number may be, see {@link io.trunkline.model.gate.ScoreScales}
 * @param test the evidence
 */
public record Evidence(String task, boolean solicited, double scale, Probation test) {
  /**
   * How much worse a version may look by volunteered corrections. People volunteer them where the
   * version that serves is wrong, so of such texts the one before it always has more right, though
   * it be no better; but hardly most of them.
   */
  private static final double VOLUNTEERED_MARGIN = 0.5;

  /** Before any correction. */
  static Evidence none(String task, boolean solicited, double scale, double margin, double alpha) {
    double allowed = solicited ? margin : Math.max(margin, VOLUNTEERED_MARGIN);
    return new Evidence(task, solicited, scale, Probation.of(allowed, alpha));
  }

  /** The same, and what these answers add to it. */
  Evidence with(Answered answered) {
    Correction correction = answered.correction();
    if (!correction.key().task().equals(task) || correction.solicited() != solicited) {
      return this;
    }
    return new Evidence(
        task,
        solicited,
        scale,
        test.add(
            Correctness.of(correction.value(), answered.serving(), scale),
            Correctness.of(correction.value(), answered.predecessor(), scale)));
  }

  /** The evidence in a person's words. */
  String words() {
    return String.format(
        Locale.ROOT,
        "of %d %s corrections of %s it has %.3f right, the version before it %.3f; evidence %.1f of %.1f",
        test.corrections(),
        solicited ? "solicited" : "volunteered",
        task,
        test.servingMean(),
        test.predecessorMean(),
        test.evidence(),
        1 / test.alpha());
  }
}
