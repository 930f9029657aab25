package io.trunkline.model.training;

import io.trunkline.model.network.TaskWeighting;

/**
 * How tasks and labels of different sizes share a training.
 *
 * @param weighting how the tasks' losses become one
 * @param sampling how often the texts of large and small tasks are read
 * @param classWeights whether rare labels weigh more than frequent ones
 */
public record Balance(TaskWeighting weighting, Sampling sampling, ClassWeights classWeights) {
  /** How often the texts of large and small tasks are read; see {@link Epoch}. */
  public enum Sampling {
    /** Each text once an epoch. */
    PROPORTIONAL(1),
    /** A task's texts are read in proportion to the square root of their number. */
    SQUARE_ROOT(0.5),
    /** Every task's texts are read equally often, however many there are. */
    UNIFORM(0);

    private final double exponent;

    Sampling(double exponent) {
      this.exponent = exponent;
    }

    /** The power of a task's size with which its texts are read. */
    double exponent() {
      return exponent;
    }
  }

  /** Whether rare labels weigh more than frequent ones. */
  public enum ClassWeights {
    /** Every text weighs the same. */
    NONE,
    /** A label weighs {@code 1 / √n}, where n texts have it; see {@link LabelBalance}. */
    BALANCED
  }
}
