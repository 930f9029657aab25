package io.trunkline.model.text;

/**
 * A text as the network reads it.
 *
 * @param words rows of the word embeddings, in reading order; at least one, at most {@code
 *     maxTokens}
 * @param ngrams rows of the n-gram table, in no order that matters; at least one, at most {@code
 *     maxNgrams}
 */
public record EncodedText(int[] words, int[] ngrams) {}
