package io.trunkline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How figures of several rounds lie. */
public record Spread(double median, double min, double max) {
  /**
   * The spread of at least one figure; of an even number of them the median is the middle's mean.
   */
  public static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,.2f (%,.2f to %,.2f)", median, min, max);
  }

  /** The spread of quotients, round by round. */
  public static Spread ofRatios(List<Double> ours, List<Double> theirs) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round) / theirs.get(round));
    }
    return of(ratios);
  }
}
