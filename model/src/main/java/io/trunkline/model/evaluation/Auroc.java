package io.trunkline.model.evaluation;

import java.util.Arrays;

/**
 * The area under the receiver operating characteristic: how likely a member of one group scores
 * above one of another, equals counting half. 0.5 tells nothing apart, 1 everything.
 *
 * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">J. Hanley and B. McNeil, The
 *     Meaning and Use of the Area under a ROC Curve, 1982</a>
 */
public final class Auroc {
  private Auroc() {}

  /**
   * The area.
   *
   * @param low the scores of those that should score low; not empty
   * @param high the scores of those that should score high; not empty
   */
  public static double of(double[] low, double[] high) {
    double[] sorted = low.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (double score : high) {
      wins += 0.5 * (countBelow(sorted, score) + countBelow(sorted, Math.nextUp(score)));
    }
    return wins / ((double) low.length * high.length);
  }

  /** How many are less, by binary search. */
  private static int countBelow(double[] sorted, double score) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < score) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
