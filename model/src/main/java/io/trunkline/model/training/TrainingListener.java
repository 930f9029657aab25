package io.trunkline.model.training;

import java.util.Map;

/** Hears how a training comes along. Called on the thread that trains. */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener SILENT = new TrainingListener() {};

  /**
   * A batch has been learnt from.
   *
   * @param epoch the epoch, from 1
   * @param epochs how many there will be
   * @param batch the batch within the epoch, from 1
   * @param batches how many the epoch has
   */
  default void batchDone(int epoch, int epochs, int batch, int batches) {}

  /**
   * Every training example has been seen once more.
   *
   * @param epoch the epoch, from 1
   * @param loss the mean loss of its batches
   * @param dev by task name the figure that sums it up, 1 the best; tasks without a labelled dev
   *     example are absent
   */
  default void epochDone(int epoch, double loss, Map<String, Double> dev) {}

  /** Something is odd, but training goes on; {@code line} is fit to be shown as it is. */
  default void warning(String line) {}
}
