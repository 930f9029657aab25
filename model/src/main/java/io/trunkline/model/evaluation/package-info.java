/** How well a model does on labelled texts, and the calibration that is chosen on them. */
@NullMarked
package io.trunkline.model.evaluation;

import org.jspecify.annotations.NullMarked;
