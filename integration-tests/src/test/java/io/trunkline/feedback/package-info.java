@NullMarked
package io.trunkline.feedback;

import org.jspecify.annotations.NullMarked;
