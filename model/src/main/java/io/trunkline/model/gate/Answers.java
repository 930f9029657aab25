package io.trunkline.model.gate;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.Task;
import io.trunkline.model.gate.Comparison.Measure;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What two models say of one text for one task.
 *
 * @param champion null if the champion lacks the task
 * @param candidate null if the candidate does
 */
record Answers(
    String task,
    Comparison.Examples examples,
    LabelValue right,
    @Nullable Prediction champion,
    @Nullable Prediction candidate) {

  /** Scores them for everything that the text is evidence of. */
  void score(TaskPair pair, double scale, BiConsumer<Subject, PairedScore> scores) {
    PairedScore served = PairedScore.served(right, champion, candidate, scale);
    Task before = pair.champion();
    if (before == null) {
      scores.accept(subject(null, Measure.SCORE, Requirement.NONE), served);
      return;
    }
    if (pair.grown()) {
      scores.accept(subject(null, Measure.SERVED, Requirement.NOT_SHOWN_WORSE), served);
    }
    PairedScore.known(before, right, champion, candidate, scale)
        .ifPresentOrElse(
            known -> {
              scores.accept(subject(null, Measure.SCORE, Requirement.SHOWN_NOT_WORSE), known);
              scoreLabels(pair, known, scores);
            },
            () -> scoreLabels(pair, served, scores));
    PairedScore.brier(before, right, champion, candidate)
        .ifPresent(
            brier ->
                scores.accept(subject(null, Measure.BRIER, Requirement.SHOWN_NOT_WORSE), brier));
  }

  /**
   * The one right label gets the text's score; of several each is scored as if there were no other.
   */
  private void scoreLabels(
      TaskPair pair, PairedScore whole, BiConsumer<Subject, PairedScore> scores) {
    for (String label : LabelsOf.value(right)) {
      if (pair.labels().contains(label)) {
        scores.accept(
            subject(label, Measure.SCORE, Requirement.NOT_SHOWN_WORSE),
            right instanceof LabelValue.One ? whole : only(label));
      }
    }
  }

  private PairedScore only(String label) {
    LabelFilter filter = new LabelFilter(label::equals);
    return PairedScore.served(
        filter.right(right), filter.given(champion), filter.given(candidate), 0);
  }

  private Subject subject(@Nullable String label, Measure measure, Requirement requirement) {
    return new Subject(task, label, examples, measure, requirement);
  }
}
