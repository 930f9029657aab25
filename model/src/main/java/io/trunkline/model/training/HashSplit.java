package io.trunkline.model.training;

import static java.util.stream.Collectors.partitioningBy;

import io.trunkline.model.Example;
import io.trunkline.model.text.Folding;
import io.trunkline.model.text.StableHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Examples split in two by a hash of their {@linkplain Folding folded} texts: the same text falls
 * on the same side wherever it comes from, run after run, and so do texts that differ only in case
 * or width.
 *
 * @param train to learn from
 * @param dev set aside
 */
public record HashSplit(List<Example> train, List<Example> dev) {
  private static final double HASHES = 0x1p32;

  private record TaskLabel(String task, String label) {}

  /**
   * Sets about {@code fraction} of the examples aside.
   *
   * @param fraction in [0, 1]
   */
  public static HashSplit of(List<Example> examples, double fraction) {
    Map<Boolean, List<Example>> isDev =
        examples.stream().collect(partitioningBy(example -> hash(example.text()) < fraction));
    return new HashSplit(isDev.getOrDefault(false, List.of()), isDev.getOrDefault(true, List.of()));
  }

  /** The same, but that examples with a label that train lacks go back to train. */
  public HashSplit withEveryLabelInTrain() {
    Set<TaskLabel> labels = new HashSet<>();
    train.forEach(example -> labels.addAll(labels(example)));
    Map<Boolean, List<Example>> isKnown =
        dev.stream().collect(partitioningBy(example -> labels.containsAll(labels(example))));
    List<Example> more = new ArrayList<>(train);
    more.addAll(isKnown.getOrDefault(false, List.of()));
    return new HashSplit(more, isKnown.getOrDefault(true, List.of()));
  }

  private static Set<TaskLabel> labels(Example example) {
    Set<TaskLabel> labels = new HashSet<>();
    example
        .labels()
        .forEach(
            (task, value) ->
                Tasks.labelsOf(value).forEach(label -> labels.add(new TaskLabel(task, label))));
    return labels;
  }

  /** In [0, 1), evenly spread. */
  private static double hash(String text) {
    return Integer.toUnsignedLong(StableHash.of(Folding.fold(text))) / HASHES;
  }
}
