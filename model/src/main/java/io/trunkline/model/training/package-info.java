/** From labelled examples to a model. */
@NullMarked
package io.trunkline.model.training;

import org.jspecify.annotations.NullMarked;
