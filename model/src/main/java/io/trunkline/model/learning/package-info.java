/** Learning from feedback: what a round is, what it remembers, and running it. */
@NullMarked
package io.trunkline.model.learning;

import org.jspecify.annotations.NullMarked;
