/** Joins feedback to the events it judges, and watches the quality of the labels that served. */
@NullMarked
package io.trunkline.feedback;

import org.jspecify.annotations.NullMarked;
