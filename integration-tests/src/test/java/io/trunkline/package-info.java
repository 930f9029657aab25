/** The whole project seen from outside. */
@NullMarked
package io.trunkline;

import org.jspecify.annotations.NullMarked;
