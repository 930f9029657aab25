@NullMarked
package io.trunkline.tagging.pipeline;

import org.jspecify.annotations.NullMarked;
