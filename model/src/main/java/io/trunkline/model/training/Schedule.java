package io.trunkline.model.training;

/**
 * How long to learn and at what rates.
 *
 * @param epochs passes over the training examples; 0: as many as the number of examples calls for,
 *     see {@link #epochs(int)}
 * @param batchSize examples a step
 * @param learningRate the highest rate
 * @param shape how the rate changes
 * @param warmUp one-cycle: fraction of the steps over which the rate rises, in [0, 1)
 * @param stepEvery step: fraction of the steps after which the rate falls, again and again; in (0,
 *     1]
 * @param stepFactor step: what the rate is then multiplied by, in (0, 1)
 * @param patience epochs without a better dev figure after which to stop; 0: never
 */
public record Schedule(
    int epochs,
    int batchSize,
    double learningRate,
    Shape shape,
    double warmUp,
    double stepEvery,
    double stepFactor,
    int patience) {
  private static final int EPOCHS = 24;
  private static final int FEWEST_STEPS = 1_000;
  private static final int MOST_EPOCHS = 50;
  private static final int ENOUGH_STEPS = 5_000;
  private static final int FEWEST_EPOCHS = 14;

  /** How the learning rate changes. */
  public enum Shape {
    /** See {@link OneCycle}. */
    ONE_CYCLE,
    /** See {@link StepDecay}. */
    STEP
  }

  public Schedule {
    Settings.require(epochs >= 0, "schedule.epochs", epochs, "0 or more");
    Settings.require(batchSize >= 1, "schedule.batchSize", batchSize, "at least 1");
    Settings.requirePositive("schedule.learningRate", learningRate);
    Settings.requireFraction("schedule.warmUp", warmUp);
    Settings.require(
        stepEvery > 0 && stepEvery <= 1, "schedule.stepEvery", stepEvery, "above 0, at most 1");
    Settings.require(
        stepFactor > 0 && stepFactor < 1, "schedule.stepFactor", stepFactor, "between 0 and 1");
    Settings.require(patience >= 0, "schedule.patience", patience, "0 or more");
  }

  /** The default schedule, with this highest rate. */
  static Schedule ofRate(double learningRate) {
    return new Schedule(0, 64, learningRate, Shape.ONE_CYCLE, 0.1, 0.3, 0.3, 0);
  }

  /** The default schedule of a training that goes on, with this highest rate. */
  public static Schedule fineTuning(int batchSize, double learningRate) {
    Schedule usual = ofRate(learningRate);
    return new Schedule(
        usual.epochs,
        batchSize,
        learningRate,
        usual.shape,
        usual.warmUp,
        usual.stepEvery,
        usual.stepFactor,
        usual.patience);
  }

  /** The same, with another number of epochs. */
  public Schedule withEpochs(int newEpochs) {
    return new Schedule(
        newEpochs, batchSize, learningRate, shape, warmUp, stepEvery, stepFactor, patience);
  }

  /**
   * Passes over the training examples, where one takes {@code batches} steps. Unless a number is
   * set, there are 24; more of a small set, up to fifty, that there may be a thousand steps; and
   * fewer of a large one, down to fourteen, once there are 5,000.
   */
  int epochs(int batches) {
    if (epochs > 0) {
      return epochs;
    }
    int needed = Math.min(passes(FEWEST_STEPS, batches), MOST_EPOCHS);
    int enough = Math.max(passes(ENOUGH_STEPS, batches), FEWEST_EPOCHS);
    return Math.max(needed, Math.min(EPOCHS, enough));
  }

  private static int passes(int steps, int batches) {
    return (steps + batches - 1) / batches;
  }

  /** The rates of a training of so many steps. */
  LearningRate rates(long steps) {
    return switch (shape) {
      case ONE_CYCLE -> new OneCycle(learningRate, warmUp, steps);
      case STEP -> new StepDecay(learningRate, stepEvery, stepFactor, steps);
    };
  }
}
