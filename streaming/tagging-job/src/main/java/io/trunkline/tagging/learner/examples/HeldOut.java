package io.trunkline.tagging.learner.examples;

import io.trunkline.tagging.learner.examples.Correction.Key;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Corrections that no model learns from, so that models can be compared on them. They turn over, so
 * that models are not picked by luck on the same ones for ever: the newest stay, and each serves a
 * number of times only.
 */
final class HeldOut {
  /** Enough to tell two points of a hundred apart. */
  static final int MOST = 2_000;

  /** How many gates one serves in. */
  static final int MOST_GATES = 20;

  private static final Comparator<Judge> OLDEST_FIRST =
      Comparator.<Judge>comparingLong(judge -> judge.correction().labelledAt())
          .thenComparing(judge -> judge.correction().key().toString());

  private final Map<Key, Judge> judges = new LinkedHashMap<>();

  @Nullable Correction get(Key key) {
    Judge judge = judges.get(key);
    return judge == null ? null : judge.correction();
  }

  void put(Judge judge) {
    judges.put(judge.correction().key(), judge);
    if (judges.size() > MOST) {
      judges.values().stream()
          .min(OLDEST_FIRST)
          .ifPresent(oldest -> judges.remove(oldest.correction().key()));
    }
  }

  void remove(Key key) {
    judges.remove(key);
  }

  int size() {
    return judges.size();
  }

  /** Counts a gate in which these served. */
  void served(List<Correction> corrections) {
    for (Correction correction : corrections) {
      judges.computeIfPresent(
          correction.key(), (key, judge) -> judge.isOf(correction) ? judge.served() : judge);
    }
    judges.values().removeIf(judge -> judge.gates() >= MOST_GATES);
  }

  Stream<Judge> all() {
    return judges.values().stream();
  }

  /**
   * A correction that models are compared on.
   *
   * @param correction what is right
   * @param gates in which it has served
   */
  record Judge(Correction correction, int gates) {
    /** Whether it is this revision of it. */
    private boolean isOf(Correction revision) {
      return correction.labelledAt() == revision.labelledAt();
    }

    private Judge served() {
      return new Judge(correction, gates + 1);
    }
  }
}
