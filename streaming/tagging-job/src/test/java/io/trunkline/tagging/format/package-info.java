@NullMarked
package io.trunkline.tagging.format;

import org.jspecify.annotations.NullMarked;
