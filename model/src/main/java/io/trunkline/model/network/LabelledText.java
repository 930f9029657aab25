package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;

/**
 * A text to learn from.
 *
 * @param text as the network reads it
 * @param classes for each task the index of the right label, or {@link #UNLABELLED}
 */
public record LabelledText(EncodedText text, int[] classes) {
  /** Stands where the right label is not known. */
  public static final int UNLABELLED = -1;

  /** Whether it is labelled for any task. */
  public boolean hasLabel() {
    for (int label : classes) {
      if (label != UNLABELLED) {
        return true;
      }
    }
    return false;
  }
}
