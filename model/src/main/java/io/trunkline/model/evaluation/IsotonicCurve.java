package io.trunkline.model.evaluation;

import io.trunkline.model.Calibration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Learns how often what is said to hold with some probability does hold: isotonic regression, by
 * pooling adjacent violators. It regresses over bins of equally many, each with its means. The
 * least probability is counted as right once more, the greatest as wrong, so that no curve begins
 * at never or ends at always.
 *
 * @see <a href="https://doi.org/10.1145/775047.775151">B. Zadrozny and C. Elkan, Transforming
 *     Classifier Scores into Accurate Multiclass Probability Estimates, KDD 2002</a>
 */
final class IsotonicCurve {
  /** In a bin, at least; of fewer in all there is no curve. */
  private static final int FEWEST = 25;

  private record Case(double said, boolean holds) {}

  /** Some cases: the sum of their probabilities, how many held, and how many they are. */
  private record Pool(double sum, int hits, int n) {
    static Pool of(List<Case> cases) {
      double sum = 0;
      int hits = 0;
      for (Case one : cases) {
        sum += one.said;
        hits += one.holds ? 1 : 0;
      }
      return new Pool(sum, hits, cases.size());
    }

    double said() {
      return sum / n;
    }

    double held() {
      return (double) hits / n;
    }

    Pool with(Pool other) {
      return new Pool(sum + other.sum, hits + other.hits, n + other.n);
    }
  }

  private final List<Case> cases = new ArrayList<>();

  /** Counts something that was given a probability. */
  void add(double said, boolean holds) {
    cases.add(new Case(said, holds));
  }

  /** The curve; empty if too little was counted to say anything. */
  List<Calibration.Point> points() {
    int bins = cases.size() / FEWEST;
    if (bins == 0) {
      return List.of();
    }
    List<Case> counted = new ArrayList<>(cases);
    counted.sort(Comparator.comparingDouble(Case::said));
    counted.add(0, new Case(counted.get(0).said(), true));
    counted.add(new Case(counted.get(counted.size() - 1).said(), false));
    Deque<Pool> pools = new ArrayDeque<>();
    for (int bin = 0; bin < bins; bin++) {
      int from = (int) ((long) counted.size() * bin / bins);
      int to = (int) ((long) counted.size() * (bin + 1) / bins);
      Pool pool = Pool.of(counted.subList(from, to));
      while (!pools.isEmpty() && violates(pools.getLast(), pool)) {
        pool = pools.removeLast().with(pool);
      }
      pools.addLast(pool);
    }
    return pools.stream()
        .filter(pool -> pool.said() > 0)
        .map(pool -> new Calibration.Point(pool.said(), pool.held()))
        .toList();
  }

  private static boolean violates(Pool before, Pool pool) {
    return before.held() >= pool.held() || before.said() >= pool.said();
  }
}
