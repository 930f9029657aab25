package io.trunkline.model.gate;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.Task;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How right two models are about the same text: a champion and its candidate, or the version before
 * and the one that serves.
 *
 * @param champion its {@linkplain Correctness score}, in [0, 1]
 * @param candidate the other one's
 */
public record PairedScore(double champion, double candidate) {
  /** By how much the candidate is more right, in [−1, 1]. */
  public double difference() {
    return candidate - champion;
  }

  /** Scores both as they answer, each with all the labels it knows. */
  public static PairedScore served(
      LabelValue right,
      @Nullable Prediction champion,
      @Nullable Prediction candidate,
      double scale) {
    return new PairedScore(
        Correctness.of(right, champion, scale), Correctness.of(right, candidate, scale));
  }

  /**
   * Scores both among the labels that the champion knows: the candidate's ranking is restricted to
   * them, and of several labels and of spans the others are left out on both sides. So a new label
   * that is ahead of the right one takes nothing from the candidate.
   *
   * @param task the champion's, with its labels
   * @param scale of a score task, see {@link ScoreScales}
   * @return empty if the one right label is new to the champion
   */
  public static Optional<PairedScore> known(
      Task task,
      LabelValue right,
      @Nullable Prediction champion,
      @Nullable Prediction candidate,
      double scale) {
    Set<String> labels = Set.copyOf(task.labels());
    if (isNew(right, labels)) {
      return Optional.empty();
    }
    LabelFilter known = new LabelFilter(labels::contains);
    return Optional.of(served(known.right(right), champion, known.given(candidate), scale));
  }

  /** The same of {@linkplain BrierScore Brier scores}; empty also where there are none. */
  static Optional<PairedScore> brier(
      Task task, LabelValue right, @Nullable Prediction champion, @Nullable Prediction candidate) {
    Set<String> labels = Set.copyOf(task.labels());
    if (isNew(right, labels)) {
      return Optional.empty();
    }
    LabelFilter known = new LabelFilter(labels::contains);
    LabelValue old = known.right(right);
    OptionalDouble before = BrierScore.of(old, champion);
    OptionalDouble after = BrierScore.of(old, known.given(candidate));
    return before.isPresent() && after.isPresent()
        ? Optional.of(new PairedScore(before.getAsDouble(), after.getAsDouble()))
        : Optional.empty();
  }

  private static boolean isNew(LabelValue right, Set<String> known) {
    return right instanceof LabelValue.One one && !known.contains(one.label());
  }
}
