/** Trained models made ready to tag, alone or several together. */
@NullMarked
package io.trunkline.model.serving;

import org.jspecify.annotations.NullMarked;
