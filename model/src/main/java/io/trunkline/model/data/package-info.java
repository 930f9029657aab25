/** Labelled texts as files have them. */
@NullMarked
package io.trunkline.model.data;

import org.jspecify.annotations.NullMarked;
