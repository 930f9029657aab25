@NullMarked
package io.trunkline.tagging.models;

import org.jspecify.annotations.NullMarked;
