package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.text.Folding;
import io.trunkline.model.text.StableHash;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Splits examples in two by a hash of their folded texts: the same text falls on the same side
 * wherever it comes from, in whatever order, run after run, and so do texts that differ only in
 * case or width.
 *
 * @param train the greater part
 * @param dev what was set aside
 */
public record HashSplit(List<Example> train, List<Example> dev) {
  private static final double HASHES = 0x1p32;

  /**
   * Sets about {@code fraction} of the examples aside.
   *
   * @param fraction in [0, 1]
   */
  public static HashSplit of(List<Example> examples, double fraction) {
    Map<Boolean, List<Example>> sides =
        examples.stream()
            .collect(Collectors.partitioningBy(example -> isAside(example.text(), fraction)));
    return new HashSplit(sides.getOrDefault(false, List.of()), sides.getOrDefault(true, List.of()));
  }

  private static boolean isAside(String text, double fraction) {
    return Integer.toUnsignedLong(StableHash.of(Folding.fold(text))) < fraction * HASHES;
  }
}
