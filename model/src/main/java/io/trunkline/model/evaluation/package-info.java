/** How well a model does on labelled texts. */
@NullMarked
package io.trunkline.model.evaluation;

import org.jspecify.annotations.NullMarked;
