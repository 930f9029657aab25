package io.trunkline.feedback.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ADWIN: a window over a stream of right and wrong that grows while the stream is stationary, and
 * drops its older part once that differs from the newer one by more than chance explains.
 *
 * <p>Of a window of n values split into an older part of n₀ and a newer one of n₁, with means µ₀
 * and µ₁, the older is dropped if, for any split,
 *
 * <pre>
 *   |µ₀ − µ₁| ≥ √(2/m · σ² · ln(2/δ′)) + 2/(3m) · ln(2/δ′)
 *   1/m = 1/n₀ + 1/n₁,   σ² = µ(1 − µ) of the whole window,   δ′ = δ / ln n
 * </pre>
 *
 * A stationary stream is cut with a probability of about δ a step at the most. The window is kept
 * as an exponential histogram: at most {@value #BUCKETS} buckets of each size 1, 2, 4 …, the newest
 * the smallest, each the count of right ones in it. So memory and time a step are O(log n), and
 * only splits between buckets are tried. Both directions count: getting better is a change too.
 *
 * <p>Confined to one thread.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611972771.42">A. Bifet and R. Gavaldà, Learning from
 *     Time-Changing Data with Adaptive Windowing, SDM 2007: ADWIN2, with the bound of its section
 *     on practical use</a>
 */
public final class Adwin {
  static final int BUCKETS = 5;

  private final double delta;
  private final List<List<Long>> rows = new ArrayList<>();
  private long size;
  private long ones;

  /** An empty window; δ lies in (0, 1). */
  public Adwin(double delta) {
    this(delta, List.of());
  }

  /** The window that {@link #rows()} gave. */
  public Adwin(double delta, List<List<Long>> rows) {
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException("delta is " + delta + ", expected a number in (0, 1)");
    }
    this.delta = delta;
    for (List<Long> row : rows) {
      long width = 1L << this.rows.size();
      this.rows.add(new ArrayList<>(row));
      size += width * row.size();
      ones += row.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * A change that was noticed.
   *
   * @param before share of right ones in what was dropped
   * @param judgedBefore how many were dropped
   * @param after share of right ones in what was kept
   * @param judgedAfter how many were kept
   */
  public record Change(double before, long judgedBefore, double after, long judgedAfter) {}

  /** Takes in the newest value; says if the stream has changed. */
  public Optional<Change> add(boolean right) {
    insert(right ? 1 : 0);
    long sizeBefore = size;
    long onesBefore = ones;
    while (differs()) {
      dropOldest();
    }
    long dropped = sizeBefore - size;
    return dropped == 0
        ? Optional.empty()
        : Optional.of(
            new Change(
                (double) (onesBefore - ones) / dropped, dropped, (double) ones / size, size));
  }

  /**
   * What it knows: row i has buckets of 2ⁱ values each, oldest first, as counts of right ones. Not
   * to be changed.
   */
  public List<List<Long>> rows() {
    return rows;
  }

  /** How many values the window holds. */
  public long size() {
    return size;
  }

  private void insert(long one) {
    size++;
    ones += one;
    long carried = one;
    for (int i = 0; ; i++) {
      if (i == rows.size()) {
        rows.add(new ArrayList<>());
      }
      List<Long> row = rows.get(i);
      row.add(carried);
      if (row.size() <= BUCKETS) {
        return;
      }
      carried = row.remove(0) + row.remove(0);
    }
  }

  private void dropOldest() {
    int last = rows.size() - 1;
    size -= 1L << last;
    ones -= rows.get(last).remove(0);
    while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
  }

  private boolean differs() {
    long n0 = 0;
    long ones0 = 0;
    for (int i = rows.size() - 1; i >= 0; i--) {
      for (long bucket : rows.get(i)) {
        n0 += 1L << i;
        ones0 += bucket;
        if (n0 < size && differs(n0, ones0)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean differs(long n0, long ones0) {
    long n1 = size - n0;
    double difference = Math.abs((double) ones0 / n0 - (double) (ones - ones0) / n1);
    return difference >= leastDifference(n0, n1);
  }

  private double leastDifference(long n0, long n1) {
    double mean = (double) ones / size;
    double perM = 1.0 / n0 + 1.0 / n1;
    // ln n is below 1 for a window of two, where no difference is large enough anyway.
    double logTerm = Math.log(2 * Math.max(1, Math.log(size)) / delta);
    return Math.sqrt(2 * perM * mean * (1 - mean) * logTerm) + 2 * perM / 3 * logTerm;
  }
}
