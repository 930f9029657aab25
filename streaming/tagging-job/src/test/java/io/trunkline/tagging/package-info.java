@NullMarked
package io.trunkline.tagging;

import org.jspecify.annotations.NullMarked;
