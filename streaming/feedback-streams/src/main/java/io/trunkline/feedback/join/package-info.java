/** Joins feedback to the event that it judges. */
@NullMarked
package io.trunkline.feedback.join;

import org.jspecify.annotations.NullMarked;
