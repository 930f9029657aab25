package io.trunkline.model.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts right and given labels of a single-label task, and sums them up. */
public final class LabelCounts {
  private final Map<String, Integer> right = new HashMap<>();
  private final Map<String, Integer> given = new HashMap<>();
  private final Map<String, Integer> hits = new HashMap<>();
  private int n;
  private int correct;

  /** Counts one text. */
  public void add(String rightLabel, String givenLabel) {
    n++;
    right.merge(rightLabel, 1, Integer::sum);
    given.merge(givenLabel, 1, Integer::sum);
    if (rightLabel.equals(givenLabel)) {
      correct++;
      hits.merge(rightLabel, 1, Integer::sum);
    }
  }

  /** How many texts were counted. */
  public int n() {
    return n;
  }

  /** The fraction of texts whose given label is the right one; NaN of no texts. */
  public double accuracy() {
    return (double) correct / n;
  }

  /**
   * The mean of the labels' F1, each label weighing the same: {@code F1 = 2 TP / (2 TP + FP + FN)}.
   * The labels that count are those that were right or given at least once: a label that does not
   * occur says nothing, and one that is given though it is never right counts 0. NaN of no texts.
   *
   * @see <a href="https://arxiv.org/abs/1911.03347">J. Opitz and S. Burst, Macro F1 and Macro F1,
   *     2019: the "averaged F1"</a>
   */
  public double macroF1() {
    Set<String> labels = new HashSet<>(right.keySet());
    labels.addAll(given.keySet());
    // 2 TP + FP + FN is how often the label was right plus how often it was given.
    return labels.stream()
        .mapToDouble(
            label -> 2.0 * count(hits, label) / (count(right, label) + count(given, label)))
        .average()
        .orElse(Double.NaN);
  }

  private static int count(Map<String, Integer> counts, String label) {
    return counts.getOrDefault(label, 0);
  }
}
