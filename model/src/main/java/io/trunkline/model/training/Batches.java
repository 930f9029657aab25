package io.trunkline.model.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Deals an epoch's texts out into batches, at random. */
final class Batches {
  private Batches() {}

  /** How many batches an epoch has. */
  static int count(int texts, int batchSize) {
    return (texts + batchSize - 1) / batchSize;
  }

  /** One epoch's batches; the last may be smaller. */
  static <T> List<List<T>> deal(List<T> texts, int batchSize, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(texts);
    // Fisher and Yates's; Collections.shuffle takes no RandomGenerator.
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); from += batchSize) {
      batches.add(shuffled.subList(from, Math.min(from + batchSize, shuffled.size())));
    }
    return batches;
  }
}
