@NullMarked
package io.trunkline.tagging.learner.probation;

import org.jspecify.annotations.NullMarked;
