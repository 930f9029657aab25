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
 * @param upper its upper end
 * @param margin how far below zero the lower end may lie
 * @param holds whether it does not lie below that; of labels, after Holm's correction
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

  /** What models are compared on. */
  public enum Examples {
    /** Set aside from trusted feedback. */
    HOLD_OUT,
    /** Travels with the model. */
    GOLDEN
  }

  /** What is compared, text by text. */
  public enum Measure {
    /** How right the answer is. */
    SCORE,
    /** 1 minus half the Brier score of the probabilities. */
    BRIER
  }
}
