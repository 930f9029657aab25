package io.trunkline.model.learning;

import io.trunkline.model.text.Folding;
import io.trunkline.model.text.StableHash;

/**
 * Which texts are never learnt from, so that models can be compared on them: a share of all texts,
 * by a hash of the {@linkplain Folding folded} text, so that the same text falls on the same side
 * whenever and from wherever it comes, and so do texts that differ only in case or width.
 */
public final class HoldOut {
  private static final double HASHES = 0x1p32;

  private HoldOut() {}

  /**
   * Whether a text is held out.
   *
   * @param share of all texts that are, in [0, 1)
   */
  public static boolean holds(String text, double share) {
    // Another hash than the one that sets dev examples aside: the two shares must not coincide.
    int hash = StableHash.of("hold-out\n" + Folding.fold(text));
    return Integer.toUnsignedLong(hash) / HASHES < share;
  }
}
