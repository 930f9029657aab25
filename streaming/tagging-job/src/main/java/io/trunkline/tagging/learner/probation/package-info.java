/** Whether a version that serves is worse than the one before it, by the corrections that come. */
@NullMarked
package io.trunkline.tagging.learner.probation;

import org.jspecify.annotations.NullMarked;
