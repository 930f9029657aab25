/** Counts how often each model version is right, by the feedback on its own labels. */
@NullMarked
package io.trunkline.feedback.quality;

import org.jspecify.annotations.NullMarked;
