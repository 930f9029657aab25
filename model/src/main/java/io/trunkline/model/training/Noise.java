package io.trunkline.model.training;

/**
 * Slips of the pen, made on purpose: a network that has read a text in many spellings leans on none
 * of them.
 *
 * @param words probability that a word is left out or swapped with the next, in [0, 1)
 * @param characters probability that a visible character is replaced by another of the text, left
 *     out, doubled or swapped with the next, in [0, 1)
 */
public record Noise(double words, double characters) {
  /** No noise. */
  public static final Noise NONE = new Noise(0, 0);

  public Noise {
    Settings.requireFraction("noise.words", words);
    Settings.requireFraction("noise.characters", characters);
  }
}
