/** Benchmarks of how well models learn, on the data sets that the README's figures are about. */
@NullMarked
package io.trunkline.cli.bench;

import org.jspecify.annotations.NullMarked;
