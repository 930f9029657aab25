package io.trunkline.tagging.learner.examples;

import io.trunkline.tagging.learner.examples.Correction.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The corrections that wait for a round: of each key the latest. */
final class Pool {
  /** Never in a round, by when they came. */
  private final Map<Key, Waiting> fresh = new LinkedHashMap<>();

  /** In rounds that were rejected. They go along with the next one, but are no reason for one. */
  private final Map<Key, Waiting> retried = new LinkedHashMap<>();

  int fresh() {
    return fresh.size();
  }

  int retried() {
    return retried.size();
  }

  /** When the one that waits longest came. */
  OptionalLong oldest() {
    return fresh.values().stream().mapToLong(Waiting::since).findFirst();
  }

  @Nullable Correction get(Key key) {
    Waiting waiting = fresh.getOrDefault(key, retried.get(key));
    return waiting == null ? null : waiting.correction();
  }

  /**
   * Takes a correction in, in the place of one on the same key.
   *
   * @return whether that one was never in a round
   */
  boolean put(Waiting waiting) {
    Key key = waiting.correction().key();
    boolean replaced = remove(key);
    (waiting.isNew() ? fresh : retried).put(key, waiting);
    return replaced;
  }

  /** All that were tried before, and the first of the new ones. */
  List<Waiting> next(int mostNew) {
    return Stream.concat(retried.values().stream(), fresh.values().stream().limit(mostNew))
        .toList();
  }

  /** Returns whether one was there that was never in a round. */
  boolean remove(Key key) {
    retried.remove(key);
    return fresh.remove(key) != null;
  }

  Stream<Waiting> all() {
    return Stream.concat(fresh.values().stream(), retried.values().stream());
  }
}
