package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.Model;
import java.util.List;

/**
 * Trains a model. Deterministic: the same settings, examples and kind of machine give the same
 * parameters, bit for bit.
 */
public final class Trainer {
  private final TrainingConfig config;
  private final TrainingListener listener;

  public Trainer(TrainingConfig config, TrainingListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /**
   * Trains, and keeps the epoch that does best on dev.
   *
   * @param train the examples to learn from; not empty
   * @param dev the examples to choose by; if empty, some are set aside from {@code train}
   * @throws io.trunkline.model.InvalidInputException if the examples cannot be learnt from
   */
  public Model train(List<Example> train, List<Example> dev) {
    throw new UnsupportedOperationException(config + " " + listener);
  }
}
