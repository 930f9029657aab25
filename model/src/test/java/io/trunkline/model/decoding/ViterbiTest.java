package io.trunkline.model.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViterbiTest {
  private static final int TAGS = 5;

  @Test
  void findsTheBestOfAllWellFormedSequences() {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      int tokens = 1 + trial % 5;
      float[] scores = new float[tokens * TAGS];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) random.nextGaussian();
      }
      assertThat(Viterbi.best(scores, tokens, TAGS)).containsExactly(byTrying(scores, tokens));
    }
  }

  @Test
  void continuesNothingThatWasNotBegun() {
    // By itself each token would rather be I-x (tag 2).
    float[] scores = {1, 0, 9, 0, 0, /**/ 1, 0, 9, 0, 0};

    assertThat(Viterbi.best(scores, 2, TAGS)).containsExactly(1, 2);
  }

  @Test
  void nothingHasNoTags() {
    assertThat(Viterbi.best(new float[0], 0, TAGS)).isEmpty();
  }

  /** The best of all 5ⁿ sequences without a tag I-x after anything but B-x or I-x. */
  private static int[] byTrying(float[] scores, int tokens) {
    int[] best = new int[tokens];
    double most = Double.NEGATIVE_INFINITY;
    for (int code = 0; code < Math.pow(TAGS, tokens); code++) {
      int[] tags = new int[tokens];
      double sum = 0;
      boolean wellFormed = true;
      for (int token = 0, rest = code; token < tokens; token++, rest /= TAGS) {
        int tag = rest % TAGS;
        int before = token == 0 ? 0 : tags[token - 1];
        tags[token] = tag;
        sum += scores[token * TAGS + tag];
        wellFormed &= tag != 2 || before == 1 || before == 2;
        wellFormed &= tag != 4 || before == 3 || before == 4;
      }
      if (wellFormed && sum > most) {
        most = sum;
        best = tags;
      }
    }
    return best;
  }
}
