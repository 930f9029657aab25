package io.trunkline.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a task by what a head says of them, most likely first, equals in the task's order,
 * with the softmax {@code exp(zᵢ / T) / Σⱼ exp(zⱼ / T)} of its logits z. Most users want the first
 * label or a few: the others are sorted, and objects made, when somebody asks for them. May be
 * shared by threads; unmodifiable.
 */
public final class Ranking extends AbstractList<ScoredLabel> implements RandomAccess {
  private final List<String> labels;
  private final float[] logits;
  private final int from;
  private final double temperature;
  private final double sum;
  private final int best;
  private volatile int @Nullable [] order;

  /**
   * Ranks labels.
   *
   * @param labels at least one
   * @param logits has a number a label, none of them NaN; not copied, and must not change
   * @param from where they begin
   * @param temperature T, above 0
   */
  public Ranking(List<String> labels, float[] logits, int from, double temperature) {
    this.labels = labels;
    this.logits = logits;
    this.from = from;
    this.temperature = temperature;
    best = best(logits, from, labels.size());
    sum = sum(logits, from, labels.size(), best, temperature);
  }

  /** {@code Σᵢ exp((zᵢ − greatest) / T)}, at least 1. */
  private static double sum(float[] logits, int from, int count, int best, double temperature) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += i == best ? 1 : Math.exp((logits[from + i] - logits[from + best]) / temperature);
    }
    return sum;
  }

  private static int best(float[] logits, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (logits[from + i] > logits[from + best]) {
        best = i;
      }
    }
    return best;
  }

  private float logit(int label) {
    return logits[from + label];
  }

  /**
   * The energy {@code −T · log Σᵢ exp(zᵢ / T)}: low where any label is sure of itself, whether
   * others are too or not.
   *
   * @see <a href="https://arxiv.org/abs/2010.03759">W. Liu et al., Energy-based Out-of-distribution
   *     Detection, NeurIPS 2020</a>
   */
  public double energy() {
    return -temperature * Math.log(sum) - logit(best);
  }

  /** The score of the first label. */
  public double confidence() {
    return 1 / sum;
  }

  /** The first {@code count} labels, or all if there are fewer, without sorting the others. */
  public List<ScoredLabel> first(int count) {
    int[] places = new int[Math.min(count, size())];
    int found = 0;
    for (int label = 0; label < size() && places.length > 0; label++) {
      if (found < places.length) {
        insert(label, places, found++);
      } else if (logit(label) > logit(places[found - 1])) {
        insert(label, places, found - 1);
      }
    }
    ScoredLabel[] first = new ScoredLabel[places.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = scored(places[i]);
    }
    return List.of(first);
  }

  /** Puts a label among the {@code count} before it, which are sorted, behind its equals. */
  private void insert(int label, int[] places, int count) {
    int at = count;
    while (at > 0 && logit(label) > logit(places[at - 1])) {
      places[at] = places[at - 1];
      at--;
    }
    places[at] = label;
  }

  @Override
  public ScoredLabel get(int place) {
    return scored(place == 0 ? best : order()[Objects.checkIndex(place, size())]);
  }

  private ScoredLabel scored(int label) {
    double score = Math.exp((logit(label) - logit(best)) / temperature) / sum;
    return new ScoredLabel(labels.get(label), score);
  }

  @Override
  public int size() {
    return labels.size();
  }

  private int[] order() {
    int[] known = order;
    if (known == null) {
      known = sorted();
      order = known;
    }
    return known;
  }

  /** The labels' places, the greatest logit first, equals in their order. */
  private int[] sorted() {
    int count = size();
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      // Zero added: −0 and 0 are equals. The complement turns the order round.
      keys[i] = (long) ~ordered(logit(i) + 0f) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) keys[i];
    }
    return places;
  }

  /** An int that compares as the float does: negative floats' bits go the other way. */
  private static int ordered(float number) {
    int bits = Float.floatToIntBits(number);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }
}
