/** From text to labels on one thread, beside others who could do it. */
@NullMarked
package io.trunkline.bench.tagging;

import org.jspecify.annotations.NullMarked;
