/** The tagging job's real graph between real topics, on a Flink cluster in this JVM. */
@NullMarked
package io.trunkline.tagging;

import org.jspecify.annotations.NullMarked;
