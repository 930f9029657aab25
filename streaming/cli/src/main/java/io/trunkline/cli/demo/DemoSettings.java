package io.trunkline.cli.demo;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What a demo is to do.
 *
 * @param data examples to train the start model on
 * @param stream questions to ask, with the right labels where they are known
 * @param home where the trained model is kept, and what others need to attach
 * @param port where the broker listens; 0 for any that is free
 * @param events how many questions to ask; empty: until it is stopped
 * @param rate questions a second; 0 for as many as there can be
 * @param feedback share of the questions whose labels are corrected a while later; 0: the model
 *     learns nothing
 */
record DemoSettings(
    Path data,
    Path stream,
    Path home,
    int port,
    OptionalLong events,
    double rate,
    double feedback) {
  /** What is learnt at first, and what is asked. */
  Curriculum curriculum() {
    return new Curriculum(learns());
  }

  /** Whether the model learns from feedback. */
  boolean learns() {
    return feedback > 0;
  }
}
