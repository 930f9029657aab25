/** From the moment when a question is asked to the one when its label can be read. */
@NullMarked
package io.trunkline.bench.latency;

import org.jspecify.annotations.NullMarked;
