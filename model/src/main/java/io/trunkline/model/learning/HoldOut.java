package io.trunkline.model.learning;

import io.trunkline.model.Example;
import io.trunkline.model.text.Folding;
import io.trunkline.model.text.StableHash;
import io.trunkline.model.training.Reservoir;
import java.util.List;

/**
 * Which texts are never learnt from, so that models can be compared on them: a share of all texts,
 * by a hash of the {@linkplain Folding folded} text, so that the same text falls on the same side
 * whenever and from wherever it comes, and so do texts that differ only in case or width.
 */
public final class HoldOut {
  private static final double HASHES = 0x1p32;

  private HoldOut() {}

  /**
   * The held-out examples that a model can be judged on: those whose texts it has not learnt from
   * all the same, as a model may that was trained before anything was held out.
   *
   * @param learnt what it learnt from, as far as that is known
   */
  public static List<Example> unseen(List<Example> heldOut, List<Example> learnt) {
    return Reservoir.withoutTexts(heldOut, learnt);
  }

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
