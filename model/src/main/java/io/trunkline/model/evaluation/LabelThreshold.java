package io.trunkline.model.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the least probability with which one of several labels holds: that with the best F1 on
 * dev data, halfway between two probabilities seen there. Few examples say little, so it is drawn
 * to a half as ten examples at a half would: {@code (n·t + 10·½) / (n + 10)} with n texts for which
 * the label holds.
 */
final class LabelThreshold {
  private static final double WITHOUT_DATA = 0.5;
  private static final double WEIGHT_WITHOUT_DATA = 10;

  private record Case(double probability, boolean holds) {}

  private final List<Case> cases = new ArrayList<>();
  private int positives;

  void add(double probability, boolean holds) {
    cases.add(new Case(probability, holds));
    positives += holds ? 1 : 0;
  }

  double choose() {
    return (positives * best() + WEIGHT_WITHOUT_DATA * WITHOUT_DATA)
        / (positives + WEIGHT_WITHOUT_DATA);
  }

  /** The threshold of the best F1; of equals the one nearest to a half. */
  private double best() {
    cases.sort(Comparator.comparingDouble(Case::probability).reversed());
    double best = WITHOUT_DATA;
    double bestF1 = 0;
    int hits = 0;
    for (int given = 1; given <= cases.size(); given++) {
      Case last = cases.get(given - 1);
      hits += last.holds ? 1 : 0;
      double next = given < cases.size() ? cases.get(given).probability : 0;
      double threshold = (last.probability + next) / 2;
      double f1 = 2.0 * hits / (positives + given);
      boolean nearer = Math.abs(threshold - WITHOUT_DATA) < Math.abs(best - WITHOUT_DATA);
      if (next < last.probability && (f1 > bestF1 || (f1 == bestF1 && nearer))) {
        best = threshold;
        bestF1 = f1;
      }
    }
    return best;
  }
}
