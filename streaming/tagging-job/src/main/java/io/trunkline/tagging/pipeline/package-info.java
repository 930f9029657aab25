/** What {@code pipeline.yaml} says, checked: one record a section, with defaults that work. */
@NullMarked
package io.trunkline.tagging.pipeline;

import org.jspecify.annotations.NullMarked;
