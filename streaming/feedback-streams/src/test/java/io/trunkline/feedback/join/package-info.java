@NullMarked
package io.trunkline.feedback.join;

import org.jspecify.annotations.NullMarked;
