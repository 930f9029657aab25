/** How the tagger's time grows with what it is asked. */
@NullMarked
package io.trunkline.bench.scaling;

import org.jspecify.annotations.NullMarked;
