package io.trunkline.model.onnx;

import org.jspecify.annotations.Nullable;

/**
 * What heads read, as nodes of a graph.
 *
 * @param ofTexts {@code [batch, features]}
 * @param ofTokens {@code [batch, tokens, features]}; null if no head reads tokens
 * @param present 1 for each token of a text and 0 for padding, {@code [batch, tokens, 1]}
 */
record Trunk(String ofTexts, @Nullable String ofTokens, String present) {}
