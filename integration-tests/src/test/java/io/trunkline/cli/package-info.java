/** The commands as a user runs them, against a real broker. */
@NullMarked
package io.trunkline.cli;

import org.jspecify.annotations.NullMarked;
