package io.trunkline.model.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Counts how often labels are right, given, and both, and sums that up. */
final class LabelCounts {
  private static final class Count {
    private int right;
    private int given;
    private int hits;
  }

  private final Map<String, Count> counts = new TreeMap<>();

  /** Counts a label that should be given. */
  void right(String label) {
    count(label).right++;
  }

  /** Counts a label that is given. */
  void given(String label) {
    count(label).given++;
  }

  /** Counts a label that is given where it should be, beside {@link #right} and {@link #given}. */
  void hit(String label) {
    count(label).hits++;
  }

  /**
   * The mean of the labels' F1, each label weighing the same. The labels that count are those that
   * were right or given at least once: a label that does not occur says nothing, and one that is
   * given though it is never right counts 0. NaN of no labels.
   *
   * @see <a href="https://arxiv.org/abs/1911.03347">J. Opitz and S. Burst, Macro F1 and Macro F1,
   *     2019: the "averaged F1"</a>
   */
  double macroF1() {
    return mean(LabelScore::f1);
  }

  /** The mean of the labels' precision, over the labels that {@link #macroF1()} counts. */
  double macroPrecision() {
    return mean(LabelScore::precision);
  }

  /** The mean of the labels' recall, over the labels that {@link #macroF1()} counts. */
  double macroRecall() {
    return mean(LabelScore::recall);
  }

  /**
   * {@code 2 TP / (2 TP + FP + FN)}, all labels counted together; 1 if there is nothing to tell.
   */
  double microF1() {
    return total().f1();
  }

  /** {@code TP / (TP + FP)}, all labels counted together; 1 if nothing was given. */
  double microPrecision() {
    return total().precision();
  }

  /** {@code TP / (TP + FN)}, all labels counted together; 1 if nothing was right. */
  double microRecall() {
    return total().recall();
  }

  /** Each label that was right or given, those most often right first. */
  List<LabelScore> labels() {
    return counts.entrySet().stream()
        .map(label -> score(label.getKey(), label.getValue(), 0))
        .sorted(Comparator.comparingInt(LabelScore::right).reversed())
        .toList();
  }

  private double mean(ToDoubleFunction<LabelScore> figure) {
    return labels().stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private LabelScore total() {
    Count total = new Count();
    for (Count count : counts.values()) {
      total.right += count.right;
      total.given += count.given;
      total.hits += count.hits;
    }
    return score("", total, 1);
  }

  private static LabelScore score(String label, Count count, double ofNothing) {
    return new LabelScore(
        label,
        fraction(count.hits, count.given, ofNothing),
        fraction(count.hits, count.right, ofNothing),
        // 2 TP + FP + FN is how often the label was right plus how often it was given.
        fraction(2 * count.hits, count.right + count.given, ofNothing),
        count.right,
        count.given);
  }

  private static double fraction(int part, int whole, double ofNothing) {
    return whole == 0 ? ofNothing : (double) part / whole;
  }

  private Count count(String label) {
    return counts.computeIfAbsent(label, unused -> new Count());
  }
}
