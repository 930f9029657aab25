package io.trunkline.model.network;

import java.util.List;

/**
 * How wrong one task's head is about a batch.
 *
 * @param sum of the losses of the texts that are labelled for the task
 * @param labelled how many there are
 * @param gradient of the sum by the head's outputs, as they lie in the graph
 */
record TaskLoss(double sum, int labelled, float[] gradient) {

  /** Of the task at {@code place}. */
  static TaskLoss of(
      List<LabelledText> batch, int place, Loss loss, HeadShape shape, float[] outputs) {
    float[] gradient = new float[outputs.length];
    double sum = 0;
    int labelled = 0;
    for (int i = 0; i < batch.size(); i++) {
      Target target = batch.get(i).targets().get(place);
      if (target != null) {
        float[] ofText = new float[shape.size(i)];
        sum += loss.of(shape.ofText(outputs, i), target, ofText);
        shape.put(ofText, i, gradient);
        labelled++;
      }
    }
    return new TaskLoss(sum, labelled, gradient);
  }

  /**
   * The same of a batch that has every text twice, the second half like the first, with parts of
   * them hidden differently: answers to the same text are drawn together.
   *
   * @param weight what the divergence of each pair is multiplied by
   * @see <a href="https://arxiv.org/abs/2106.14448">X. Liang et al., R-Drop: Regularized Dropout
   *     for Neural Networks, NeurIPS 2021</a>
   */
  static TaskLoss ofPairs(
      List<LabelledText> batch,
      int place,
      Loss loss,
      double weight,
      HeadShape shape,
      float[] outputs) {
    TaskLoss single = of(batch, place, loss, shape, outputs);
    double sum = single.sum;
    int half = batch.size() / 2;
    for (int i = 0; i < half; i++) {
      if (batch.get(i).targets().get(place) != null) {
        float[] one = shape.ofText(outputs, i);
        float[] other = shape.ofText(outputs, i + half);
        float[] slope = new float[one.length];
        sum += weight * loss.divergence(one, other, slope);
        shape.add(slope, weight, i, single.gradient);
        loss.divergence(other, one, slope);
        shape.add(slope, weight, i + half, single.gradient);
      }
    }
    return new TaskLoss(sum, single.labelled, single.gradient);
  }

  /** The gradient times a factor. */
  float[] gradient(double factor) {
    float[] scaled = new float[gradient.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (factor * gradient[i]);
    }
    return scaled;
  }
}
