package io.trunkline.model.network;

import java.util.Arrays;
import java.util.List;

/**
 * What one head should say of a batch.
 *
 * @param probabilities of each label, row-major, {@code [texts × labels]}; all zero where the text
 *     is not labelled, see {@link CrossEntropy}
 * @param labels how many the task has
 * @param any whether any text is labelled
 */
record Targets(float[] probabilities, int labels, boolean any) {

  /**
   * With smoothing ε and K labels the right label gets 1 − ε + ε/K and every other ε/K.
   *
   * @see <a href="https://arxiv.org/abs/1512.00567">C. Szegedy et al., Rethinking the Inception
   *     Architecture for Computer Vision, CVPR 2016, section 7</a>
   */
  static Targets of(List<LabelledText> batch, int task, int labels, double smoothing) {
    float[] probabilities = new float[batch.size() * labels];
    boolean any = false;
    for (int i = 0; i < batch.size(); i++) {
      int right = batch.get(i).classes()[task];
      if (right != LabelledText.UNLABELLED) {
        any = true;
        Arrays.fill(probabilities, i * labels, (i + 1) * labels, (float) (smoothing / labels));
        probabilities[i * labels + right] = (float) (1 - smoothing + smoothing / labels);
      }
    }
    return new Targets(probabilities, labels, any);
  }
}
