package io.trunkline.model.onnx;

import java.util.Locale;

/** How a network is written down as an ONNX graph; the answers are the same. */
public enum OnnxGraph {
  /** As it was trained: embeddings, convolutions, heads. */
  PLAIN,
  /**
   * Compiled: the convolutions that read words are look-ups and sums, and so are the n-grams of
   * whole words. Faster, and larger.
   */
  FOLDED;

  /** What people call it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
