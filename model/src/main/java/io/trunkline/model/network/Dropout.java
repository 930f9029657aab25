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

  /**
   * With the given probability hides one of the two parts of what heads read of a text, either as
   * likely, and doubles the other: so that each part learns to answer alone, and both together are
   * the mean of two that err differently.
   *
   * @param factors changed in place
   * @param from where the text's factors begin
   * @param first how many belong to the first part
   * @param all how many there are
   * @see <a href="https://arxiv.org/abs/1501.00102">N. Neverova et al., ModDrop, TPAMI 2016</a>
   */
  static void hidePart(
      float[] factors, int from, int first, int all, double probability, RandomGenerator random) {
    float draw = random.nextFloat();
    if (draw >= probability) {
      return;
    }
    boolean hidesFirst = draw < probability / 2;
    for (int i = 0; i < all; i++) {
      factors[from + i] *= i < first == hidesFirst ? 0 : 2;
    }
  }

  /** Multiplies each number by its factor. */
  static void apply(float[] factors, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factors[i];
    }
  }

  /** The text without some of its n-grams, each left out with the given probability. */
  static EncodedText thin(EncodedText text, double probability, RandomGenerator random) {
    return new EncodedText(
        text.words(),
        thin(text.wordNgrams(), probability, random),
        thin(text.characterNgrams(), probability, random));
  }

  private static int[] thin(int[] ngrams, double probability, RandomGenerator random) {
    int[] kept = new int[ngrams.length];
    int count = 0;
    for (int row : ngrams) {
      if (random.nextFloat() >= probability) {
        kept[count++] = row;
      }
    }
    // A bag must keep something, and one this small loses little.
    return count == 0 ? ngrams : Arrays.copyOf(kept, count);
  }
}
