package io.trunkline.model.network;

import java.util.Arrays;

/**
 * What the graph reads of a batch of B texts, padded to T tokens; all row-major.
 *
 * @param texts B
 * @param length T
 * @param wide {@code [B × wideSize]}
 * @param words {@code [B × wordSize × T]}
 * @param mask 1 where there is a token, else 0; {@code [B × T]}
 * @param kept what to multiply the features of a text by that heads read; {@code [B × features]}
 * @param keptOfTokens what to multiply the features of each of a text's tokens by; {@code [B ×
 *     features]}
 */
record TrunkInput(
    int texts,
    int length,
    float[] wide,
    float[] words,
    float[] mask,
    float[] kept,
    float[] keptOfTokens) {

  /** Factors of dropout where nothing is dropped. */
  static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
