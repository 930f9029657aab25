package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import java.util.List;

/**
 * Weights that keep frequent labels from crowding out rare ones: with n_k texts of label k, {@code
 * w_k = (1 / √n_k) · Σ_j n_j / Σ_j √n_j}, so that a labelled text weighs 1 on average. A label
 * without texts weighs 1. The root lies between no weights, under which rare labels are given up,
 * and 1 / n_k, under which they are given at every turn.
 */
final class LabelBalance {
  private LabelBalance() {}

  /** The weights of a task's labels, in their order. */
  static double[] weights(Task task, List<Example> examples) {
    long[] counts = new long[task.labels().size()];
    for (Example example : examples) {
      LabelValue value = example.labels().get(task.name());
      if (value != null) {
        Tasks.labelsOf(value).forEach(label -> counts[task.labels().indexOf(label)]++);
      }
    }
    return weights(counts);
  }

  static double[] weights(long[] counts) {
    double all = 0;
    double roots = 0;
    for (long count : counts) {
      all += count;
      roots += Math.sqrt(count);
    }
    double[] weights = new double[counts.length];
    for (int label = 0; label < weights.length; label++) {
      weights[label] = counts[label] == 0 ? 1 : all / roots / Math.sqrt(counts[label]);
    }
    return weights;
  }
}
