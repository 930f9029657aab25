package io.trunkline.model.serving;

/** How several models' answers to one question become one. */
public enum Combination {
  /** Labels by the mean of the models' probabilities. */
  AVERAGE,
  /** Labels by how many models say them, equals by the mean of their probabilities. */
  VOTE
}
