package io.trunkline.model.text;

/**
 * A text as the network reads it.
 *
 * @param words rows of the word embeddings, in reading order; at least one, at most {@code
 *     maxTokens}
 * @param wordNgrams rows of the n-gram table for its n-grams of words, in no order that matters;
 *     none if it has none that the table knows
 * @param characterNgrams rows of the same table for its n-grams of characters, likewise; with the
 *     former at most {@code maxNgrams}
 */
public record EncodedText(int[] words, int[] wordNgrams, int[] characterNgrams) {}
