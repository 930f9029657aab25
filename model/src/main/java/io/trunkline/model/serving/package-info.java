/** A trained model made ready to tag. */
@NullMarked
package io.trunkline.model.serving;

import org.jspecify.annotations.NullMarked;
