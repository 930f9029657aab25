package io.trunkline.model.network;

import java.util.Arrays;

/**
 * What the graph reads of a batch of B texts with N tokens.
 *
 * @param tokens the texts' words
 * @param wide {@code [B × wideSize]}, row by row
 * @param words {@code [N × wordSize]}, column by column
 * @param kept what to multiply the features of a text by that heads read; {@code [B × features]},
 *     row by row
 * @param keptOfTokens what to multiply the features of each token by; {@code [N × features]},
 *     column by column; not looked at if no head reads tokens
 */
record TrunkInput(
    WordInput tokens, float[] wide, float[] words, float[] kept, float[] keptOfTokens) {

  /** Factors of dropout where nothing is dropped. */
  static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
