@NullMarked
package io.trunkline.tagging.records;

import org.jspecify.annotations.NullMarked;
