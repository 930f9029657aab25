package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Hides parts of what a network reads, so that it learns not to hang on any one of them.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">N. Srivastava et al., Dropout, JMLR
 *     2014</a>
 */
final class Dropout {
  private Dropout() {}

  /** Factors to multiply numbers by: 0 with the given probability p, else 1 / (1 − p). */
  static float[] factors(int count, double probability, RandomGenerator random) {
    float[] factors = new float[count];
    float kept = (float) (1 / (1 - probability));
    for (int i = 0; i < count; i++) {
      factors[i] = random.nextFloat() < probability ? 0 : kept;
    }
    return factors;
  }

  /** Multiplies each number by its factor. */
  static void apply(float[] factors, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factors[i];
    }
  }

  /** The text without some of its n-grams, each left out with the given probability. */
  static EncodedText thin(EncodedText text, double probability, RandomGenerator random) {
    int[] ngrams = text.ngrams();
    int[] kept = new int[ngrams.length];
    int count = 0;
    for (int row : ngrams) {
      if (random.nextFloat() >= probability) {
        kept[count++] = row;
      }
    }
    return count == 0
        ? text // A text must keep something, and one this short loses little.
        : new EncodedText(text.words(), Arrays.copyOf(kept, count));
  }
}
