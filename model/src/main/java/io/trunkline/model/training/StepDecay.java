package io.trunkline.model.training;

/**
 * A learning rate that falls in steps: {@code height × factor^⌊step / (every × steps)⌋}.
 *
 * @param height the rate at first
 * @param every fraction of the steps after which it falls, again and again
 * @param factor what it is multiplied by then
 * @param steps how many there are
 */
record StepDecay(double height, double every, double factor, long steps) implements LearningRate {
  @Override
  public double rate(long step) {
    return height * Math.pow(factor, Math.floor(step / (every * steps)));
  }
}
