package io.trunkline.model.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Computes a batch's gradients task by task and adds them up by {@link PcGrad}. It takes a forward
 * and a backward pass for each task that has a label. Surgery is done on what several tasks learn;
 * a layer of one task alone gets that task's gradient.
 */
final class GradientSurgery {
  private final Network network;
  private final List<BatchGradients> byTask = new ArrayList<>();

  GradientSurgery(Network network) {
    this.network = network;
  }

  /**
   * Computes gradients.
   *
   * @param lesson whose forward pass has just been done, with {@code input}
   * @param byOutputs the gradient of each task's loss by its head's outputs
   * @param labelled the tasks that have a label
   * @param random draws the order of surgery
   * @param into where the outcome is put
   */
  void gradients(
      Lesson lesson,
      TrunkInput input,
      List<float[]> byOutputs,
      BitSet labelled,
      RandomGenerator random,
      BatchGradients into) {
    int count = 0;
    for (int task = labelled.nextSetBit(0); task >= 0; task = labelled.nextSetBit(task + 1)) {
      if (count > 0) {
        network.trunk().forward(input);
      }
      if (count == byTask.size()) {
        byTask.add(new BatchGradients(network));
      }
      byTask.get(count).set(network.trunk().backward(only(task, byOutputs)), lesson);
      count++;
    }
    List<Segment> segments = network.trunk().layout().segments();
    double[] factors = PcGrad.factors(products(count, segments), random);
    into.setSum(byTask, factors, segments);
  }

  private double[][] products(int count, List<Segment> segments) {
    double[][] products = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        products[i][j] = byTask.get(i).sharedProduct(byTask.get(j), segments);
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  private static List<float[]> only(int task, List<float[]> byOutputs) {
    List<float[]> only = new ArrayList<>();
    for (int i = 0; i < byOutputs.size(); i++) {
      only.add(i == task ? byOutputs.get(i) : new float[byOutputs.get(i).length]);
    }
    return only;
  }
}
