/** The Flink job, started and stopped. */
@NullMarked
package io.trunkline.cli.job;

import org.jspecify.annotations.NullMarked;
