/** How fast it is, beside what users would pick instead. */
@NullMarked
package io.trunkline.bench;

import org.jspecify.annotations.NullMarked;
