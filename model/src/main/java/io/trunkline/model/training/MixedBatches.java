package io.trunkline.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Batches of which a fixed share is fresh and the rest replayed. Both are dealt like cards: all
 * come once, in random order, before one comes again. Where nothing is to be replayed all are
 * fresh.
 */
final class MixedBatches<T> {
  private final Deck<T> fresh;
  private final Deck<T> replayed;
  private final int freshPerBatch;
  private final int replayedPerBatch;
  private final int perPass;

  /**
   * Batches.
   *
   * @param fresh at least one
   * @param replayed perhaps none
   * @param freshPerBatch how many of a batch are fresh, where others are replayed
   */
  MixedBatches(
      List<T> fresh, List<T> replayed, int freshPerBatch, int batchSize, RandomGenerator random) {
    this.fresh = new Deck<>(fresh, random);
    this.replayed = new Deck<>(replayed, random);
    this.freshPerBatch = replayed.isEmpty() ? batchSize : freshPerBatch;
    replayedPerBatch = batchSize - this.freshPerBatch;
    perPass = (fresh.size() + this.freshPerBatch - 1) / this.freshPerBatch;
  }

  /** How many batches it takes until all that is fresh has come once. */
  int perPass() {
    return perPass;
  }

  /** Which share of every batch is fresh. */
  double freshShare() {
    return (double) freshPerBatch / (freshPerBatch + replayedPerBatch);
  }

  /** The next batch. */
  List<T> next() {
    List<T> batch = new ArrayList<>();
    fresh.deal(freshPerBatch, batch);
    replayed.deal(replayedPerBatch, batch);
    return batch;
  }

  private static final class Deck<T> {
    private final List<T> all;
    private final RandomGenerator random;
    private List<T> left = List.of();

    Deck(List<T> all, RandomGenerator random) {
      this.all = all;
      this.random = random;
    }

    void deal(int count, List<T> into) {
      for (int i = 0; i < count; i++) {
        if (left.isEmpty()) {
          left = Batches.deal(all, all.size(), random).get(0);
        }
        into.add(left.get(0));
        left = left.subList(1, left.size());
      }
    }
  }
}
