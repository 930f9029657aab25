package io.trunkline.model.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts which labels are given for which others. */
final class Confusions {
  /** How many pairs are worth showing. */
  private static final int MOST = 50;

  private static final Comparator<Confusion> MOST_FREQUENT_FIRST =
      Comparator.comparingInt(Confusion::count)
          .reversed()
          .thenComparing(Confusion::right)
          .thenComparing(Confusion::given);

  private record Pair(String right, String given) {}

  private final Map<Pair, Integer> counts = new HashMap<>();

  void add(String right, String given) {
    counts.merge(new Pair(right, given), 1, Integer::sum);
  }

  List<Confusion> mostFrequent() {
    return counts.entrySet().stream()
        .map(pair -> new Confusion(pair.getKey().right, pair.getKey().given, pair.getValue()))
        .sorted(MOST_FREQUENT_FIRST)
        .limit(MOST)
        .toList();
  }
}
