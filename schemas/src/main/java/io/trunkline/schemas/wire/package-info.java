/** How the records are written to bytes and read back. */
@NullMarked
package io.trunkline.schemas.wire;

import org.jspecify.annotations.NullMarked;
