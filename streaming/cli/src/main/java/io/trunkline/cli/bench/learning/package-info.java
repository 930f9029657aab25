/** {@code trunkline bench learning}: what the learning loop brings, on real streams. */
@NullMarked
package io.trunkline.cli.bench.learning;

import org.jspecify.annotations.NullMarked;
