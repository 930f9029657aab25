@NullMarked
package io.trunkline.feedback.drift;

import org.jspecify.annotations.NullMarked;
