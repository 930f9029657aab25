/**
 * How a text becomes numbers: folding, tokens, hashed n-grams, the word table. Plain arrays only.
 */
@NullMarked
package io.trunkline.model.text;

import org.jspecify.annotations.NullMarked;
