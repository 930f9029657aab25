/** Notices that a stream of right and wrong has changed. */
@NullMarked
package io.trunkline.feedback.drift;

import org.jspecify.annotations.NullMarked;
