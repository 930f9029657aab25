/** Benchmarks of the parts, by JMH. */
@NullMarked
package io.trunkline.bench.jmh;

import org.jspecify.annotations.NullMarked;
