@NullMarked
package io.trunkline.feedback.quality;

import org.jspecify.annotations.NullMarked;
