package io.trunkline.model.network;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;

/**
 * Learns how much each task's loss counts, from how uncertain the task is. With s = log σ² of a
 * task, the loss L of a text it labels counts
 *
 * <pre>
 * L / σ² + log σ  = e⁻ˢ L + s/2         for labels and spans
 * L / 2σ² + log σ = ½ e⁻ˢ L + s/2       for a score
 * </pre>
 *
 * <p>so that the factor of L tends to 1 over twice L's mean. s starts at 0 and is learnt by Adam at
 * the network's own rate, in the steps that have a label of the task.
 *
 * @see <a href="https://arxiv.org/abs/1705.07115">A. Kendall, Y. Gal and R. Cipolla, Multi-Task
 *     Learning Using Uncertainty to Weigh Losses for Scene Geometry and Semantics, CVPR 2018</a>
 */
final class Uncertainty {
  private final float[] logVariances;
  private final float[] shares;
  private final AdamW adam;
  private final int[] steps;

  Uncertainty(List<Task> tasks) {
    logVariances = new float[tasks.size()];
    shares = new float[tasks.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = tasks.get(i).kind() == TaskKind.SCORE ? 0.5f : 1;
    }
    adam = new AdamW(shares.length, 0);
    steps = new int[shares.length];
  }

  /** What the task's losses are multiplied by. */
  double factor(int task) {
    return shares[task] * Math.exp(-logVariances[task]);
  }

  /** What is added to the task's weighted loss for each text it labels. */
  double offset(int task) {
    return logVariances[task] / 2;
  }

  /**
   * Learns from a batch.
   *
   * @param losses the sum of the task's losses, not weighted
   * @param labelled how many texts it labels, at least one
   * @param scale 1 / batch size
   */
  void learn(int task, double losses, int labelled, float scale, double rate) {
    float[] gradients = new float[logVariances.length];
    gradients[task] = (float) (labelled / 2.0 - factor(task) * losses);
    steps[task]++;
    adam.update(logVariances, gradients, task, task + 1, scale, rate, steps[task]);
  }
}
