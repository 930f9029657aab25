package io.trunkline.model.training;

import io.trunkline.model.network.LabelledText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Deals an epoch's texts out into batches. They are shuffled and cut into pools; a pool is sorted
 * by length before it is cut into batches, so that a batch's texts are about equally long and need
 * little padding; then the batches are shuffled.
 */
final class Batches {
  private static final int BATCHES_PER_POOL = 32;
  private static final Comparator<LabelledText> BY_LENGTH =
      Comparator.comparingInt(text -> text.text().words().length);

  private Batches() {}

  /** How many batches an epoch has. */
  static int count(int texts, int batchSize) {
    return (texts + batchSize - 1) / batchSize;
  }

  /** One epoch's batches; the last of them all, before shuffling, may be smaller. */
  static List<List<LabelledText>> deal(
      List<LabelledText> texts, int batchSize, RandomGenerator random) {
    List<LabelledText> shuffled = new ArrayList<>(texts);
    shuffle(shuffled, random);
    List<List<LabelledText>> batches = new ArrayList<>();
    for (List<LabelledText> pool : cut(shuffled, BATCHES_PER_POOL * batchSize)) {
      pool.sort(BY_LENGTH);
      batches.addAll(cut(pool, batchSize));
    }
    shuffle(batches, random);
    return batches;
  }

  private static <T> List<List<T>> cut(List<T> list, int size) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < list.size(); from += size) {
      pieces.add(list.subList(from, Math.min(from + size, list.size())));
    }
    return pieces;
  }

  /** Fisher and Yates's; {@link Collections#shuffle} takes no {@link RandomGenerator}. */
  private static void shuffle(List<?> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
