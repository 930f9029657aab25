package io.trunkline.model.training;

import io.trunkline.model.training.Balance.Sampling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the texts of an epoch, so that large tasks do not crowd out small ones. With n_t texts
 * labelled for task t, text i with the tasks T_i is expected {@code c_i} times, and an epoch has as
 * many texts as there are:
 *
 * <pre>
 * c_i ∝ (1 / |T_i|) Σ_{t ∈ T_i} n_t^(α − 1)        Σ_i c_i = number of texts
 * </pre>
 *
 * <p>So a task whose texts have no other task is read in proportion to {@code n_t^α}. With α = 1
 * every text comes once.
 *
 * <p>Copies are drawn by systematic sampling: with u uniform in [0, 1) and {@code C_i = c_1 + … +
 * c_i}, text i comes {@code ⌊C_i + u⌋ − ⌊C_{i−1} + u⌋} times. That is c_i on average and never a
 * whole copy away from it.
 *
 * @see <a href="https://arxiv.org/abs/1907.05019">N. Arivazhagan et al., Massively Multilingual
 *     Neural Machine Translation in the Wild, 2019, on sampling by size</a>
 */
final class Epoch {
  private static final int START_STEPS = 1 << 20;

  private final double[] expected;

  /**
   * Prepares to draw.
   *
   * @param labelled for each text which tasks it is labelled for, at least one
   * @param sampling has α
   */
  Epoch(List<BitSet> labelled, Sampling sampling) {
    double exponent = sampling.exponent();
    int tasks = labelled.stream().mapToInt(BitSet::length).max().orElse(0);
    int[] sizes = new int[tasks];
    labelled.forEach(text -> text.stream().forEach(task -> sizes[task]++));
    expected =
        labelled.stream()
            .mapToDouble(
                text ->
                    text.stream()
                        .mapToDouble(task -> Math.pow(sizes[task], exponent - 1))
                        .average()
                        .orElseThrow())
            .toArray();
    double sum = 0;
    for (double weight : expected) {
      sum += weight;
    }
    for (int i = 0; i < expected.length; i++) {
      expected[i] *= expected.length / sum;
    }
  }

  /** How often each text is expected in an epoch. */
  double[] expected() {
    return expected.clone();
  }

  /** The texts of one epoch, as many as there are, each as often as it was drawn. */
  <T> List<T> draw(List<T> texts, RandomGenerator random) {
    // Of few bits, so that adding whole numbers to it is exact.
    double start = random.nextInt(START_STEPS) / (double) START_STEPS;
    List<T> drawn = new ArrayList<>(texts.size());
    double reached = start;
    for (int i = 0; i < expected.length; i++) {
      reached += expected[i];
      boolean last = i == expected.length - 1;
      // Rounding must neither lose the last text nor add one.
      int until = last ? texts.size() : Math.min((int) reached, texts.size());
      drawn.addAll(Collections.nCopies(until - drawn.size(), texts.get(i)));
    }
    return drawn;
  }
}
