package io.trunkline.model.decoding;

import java.util.Arrays;

/**
 * The well-formed sequence of {@linkplain BioTags tags} with the greatest sum of scores. I-x may
 * only follow B-x or itself, anything else may follow anything: with the best of all predecessors
 * known, each tag has two candidates at most, so that a text takes {@code O(tokens × tags)}.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1967.1054010">A. Viterbi, Error Bounds for
 *     Convolutional Codes and an Asymptotically Optimum Decoding Algorithm, 1967</a>
 */
final class Viterbi {
  private Viterbi() {}

  /**
   * The best tag of each token; of equals the one that comes first.
   *
   * @param scores row-major, {@code tokens × tags}: log probabilities, each token's up to a
   *     constant
   */
  static int[] best(float[] scores, int tokens, int tags) {
    if (tokens == 0) {
      return new int[0];
    }
    double[] sums = new double[tags];
    for (int tag = 0; tag < tags; tag++) {
      sums[tag] = BioTags.isInside(tag) ? Double.NEGATIVE_INFINITY : scores[tag];
    }
    int[][] before = new int[tokens][tags];
    for (int token = 1; token < tokens; token++) {
      int any = greatest(sums);
      double[] next = new double[tags];
      for (int tag = 0; tag < tags; tag++) {
        int from = BioTags.isInside(tag) ? greater(sums, tag - 1, tag) : any;
        before[token][tag] = from;
        next[tag] = sums[from] + scores[token * tags + tag];
      }
      sums = next;
    }
    return walkBack(before, greatest(sums));
  }

  private static int[] walkBack(int[][] before, int last) {
    int[] path = new int[before.length];
    Arrays.fill(path, last);
    for (int token = path.length - 1; token > 0; token--) {
      path[token - 1] = before[token][path[token]];
    }
    return path;
  }

  private static int greatest(double[] sums) {
    int greatest = 0;
    for (int i = 1; i < sums.length; i++) {
      greatest = greater(sums, greatest, i);
    }
    return greatest;
  }

  private static int greater(double[] sums, int a, int b) {
    return sums[b] > sums[a] ? b : a;
  }
}
