/** The topics that a pipeline needs: created, and compared with what they should be like. */
@NullMarked
package io.trunkline.cli.topics;

import org.jspecify.annotations.NullMarked;
