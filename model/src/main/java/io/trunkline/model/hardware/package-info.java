/** What the machine has, read without ND4J: graphics cards, and what the processor can do. */
@NullMarked
package io.trunkline.model.hardware;

import org.jspecify.annotations.NullMarked;
