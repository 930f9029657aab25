/** How the numbers that a head puts out become an answer. Plain arrays only. */
@NullMarked
package io.trunkline.model.decoding;

import org.jspecify.annotations.NullMarked;
