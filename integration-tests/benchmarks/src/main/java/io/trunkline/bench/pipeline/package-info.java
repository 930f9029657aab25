/** From topic to topics, beside others who could do it. */
@NullMarked
package io.trunkline.bench.pipeline;

import org.jspecify.annotations.NullMarked;
