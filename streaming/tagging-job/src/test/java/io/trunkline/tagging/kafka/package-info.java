@NullMarked
package io.trunkline.tagging.kafka;

import org.jspecify.annotations.NullMarked;
