/** A broker and a Flink cluster as real processes, each a JVM that a test may kill. */
@NullMarked
package io.trunkline.cluster;

import org.jspecify.annotations.NullMarked;
