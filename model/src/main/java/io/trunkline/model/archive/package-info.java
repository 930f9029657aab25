/** The model file and its digest, and the stores that keep model files under their digests. */
@NullMarked
package io.trunkline.model.archive;

import org.jspecify.annotations.NullMarked;
