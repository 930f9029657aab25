@NullMarked
package io.trunkline.tagging.learner;

import org.jspecify.annotations.NullMarked;
