package io.trunkline.model.network;

import java.util.Arrays;
import java.util.List;

/**
 * What one head should say of a batch.
 *
 * @param probabilities of each label, row-major, {@code [texts × labels]}; zero where unlabelled
 * @param mask 1 where the text is labelled, else 0
 * @param labels how many the task has
 */
record Targets(float[] probabilities, float[] mask, int labels) {

  /**
   * With smoothing ε and K labels the right label gets 1 − ε + ε/K and every other ε/K.
   *
   * @see <a href="https://arxiv.org/abs/1512.00567">C. Szegedy et al., Rethinking the Inception
   *     Architecture for Computer Vision, CVPR 2016, section 7</a>
   */
  static Targets of(List<LabelledText> batch, int task, int labels, double smoothing) {
    float[] probabilities = new float[batch.size() * labels];
    float[] mask = new float[batch.size()];
    for (int i = 0; i < mask.length; i++) {
      int right = batch.get(i).classes()[task];
      if (right != LabelledText.UNLABELLED) {
        mask[i] = 1;
        Arrays.fill(probabilities, i * labels, (i + 1) * labels, (float) (smoothing / labels));
        probabilities[i * labels + right] = (float) (1 - smoothing + smoothing / labels);
      }
    }
    return new Targets(probabilities, mask, labels);
  }

  /** Whether any text of the batch is labelled. */
  boolean any() {
    for (float labelled : mask) {
      if (labelled > 0) {
        return true;
      }
    }
    return false;
  }
}
