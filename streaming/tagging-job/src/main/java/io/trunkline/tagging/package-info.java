/** The Flink job: questions in, one labelled record a task out, models swapped while it runs. */
@NullMarked
package io.trunkline.tagging;

import org.jspecify.annotations.NullMarked;
