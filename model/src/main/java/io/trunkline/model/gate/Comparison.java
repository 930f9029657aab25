package io.trunkline.model.gate;

import org.jspecify.annotations.Nullable;

/**
 * How a candidate compares with the champion on one task or one label of it, text by text.
 *
 * @param task the task's name
 * @param label the label, where only texts whose right answer has it are compared; null: all
 * @param examples what they are compared on
 * @param measure what is compared
 * @param texts how many
 * @param champion its mean, in [0, 1]; 1 is perfect
 * @param candidate its mean
 * @param lower lower end of the confidence interval of the mean paired difference, candidate minus
 *     champion
 * @param upper its upper end; each end is one-sided
 * @param margin how far below zero the mean difference may lie
 * @param holds of tasks, whether it is shown not to lie below that: {@code lower > −margin}; of
 *     labels and of {@link Measure#SERVED}, whether it is not shown to lie below that, after Holm's
 *     correction; true of a task that the champion lacks
 */
public record Comparison(
    String task,
    @Nullable String label,
    Examples examples,
    Measure measure,
    int texts,
    double champion,
    double candidate,
    double lower,
    double upper,
    double margin,
    boolean holds) {

  /** Whether the candidate is better by the comparison's own interval. */
  public boolean better() {
    return lower > 0;
  }

  /** What models are compared on. */
  public enum Examples {
    /** Set aside from trusted feedback. */
    HOLD_OUT,
    /** Travels with the model. */
    GOLDEN,
    /** Both together, where one alone has too few texts to tell. */
    BOTH
  }

  /** What is compared, text by text. */
  public enum Measure {
    /**
     * How right the answer is, among labels that the champion knows; of a label that it lacks, as
     * it is given.
     */
    SCORE,
    /**
     * How right the answer is as it is given: labels that the champion lacks count, where they are
     * right and where they take the place of a right one. Only of tasks that have got new labels.
     */
    SERVED,
    /** 1 minus half the Brier score of the probabilities, among labels that the champion knows. */
    BRIER
  }
}
