package io.trunkline.model.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Deals an epoch's examples out into batches: shuffled, then within pools of some dozens of batches
 * sorted by length, so that a batch's texts are of about one length and need little padding, then
 * the batches shuffled.
 */
final class Batches {
  private static final int POOL = 32;

  private Batches() {}

  static <T> List<List<T>> deal(
      List<T> examples, int batchSize, Comparator<T> byLength, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(examples);
    shuffle(shuffled, random);
    List<List<T>> batches = new ArrayList<>();
    for (int pool = 0; pool < shuffled.size(); pool += POOL * batchSize) {
      List<T> texts = shuffled.subList(pool, Math.min(pool + POOL * batchSize, shuffled.size()));
      texts.sort(byLength);
      for (int from = 0; from < texts.size(); from += batchSize) {
        batches.add(List.copyOf(texts.subList(from, Math.min(from + batchSize, texts.size()))));
      }
    }
    shuffle(batches, random);
    return batches;
  }

  private static void shuffle(List<?> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
