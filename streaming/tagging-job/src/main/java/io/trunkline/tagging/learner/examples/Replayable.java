package io.trunkline.tagging.learner.examples;

import io.trunkline.tagging.learner.examples.Correction.Key;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of rejected rounds that count as new no more: later rounds read them again beside
 * their own. Bounded in bytes; the newest stay.
 */
final class Replayable {
  private static final Comparator<Correction> NEWEST_FIRST =
      Comparator.comparingLong(Correction::labelledAt)
          .reversed()
          .thenComparing(correction -> correction.key().toString());

  private final Map<Key, Correction> corrections = new LinkedHashMap<>();
  private final long maxBytes;

  Replayable(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Nullable Correction get(Key key) {
    return corrections.get(key);
  }

  void add(Correction correction) {
    corrections.put(correction.key(), correction);
  }

  void remove(Key key) {
    corrections.remove(key);
  }

  int size() {
    return corrections.size();
  }

  /** Lets go of the oldest that are too many. */
  void trim() {
    List<Correction> newestFirst = corrections.values().stream().sorted(NEWEST_FIRST).toList();
    long bytes = 0;
    for (Correction correction : newestFirst) {
      bytes += correction.size();
      if (bytes > maxBytes) {
        corrections.remove(correction.key());
      }
    }
  }

  Stream<Correction> all() {
    return corrections.values().stream();
  }
}
