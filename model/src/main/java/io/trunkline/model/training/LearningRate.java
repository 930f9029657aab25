package io.trunkline.model.training;

/** How the learning rate changes over a training. */
interface LearningRate {
  /**
   * The rate of a step.
   *
   * @param step from 0
   */
  double rate(long step);
}
