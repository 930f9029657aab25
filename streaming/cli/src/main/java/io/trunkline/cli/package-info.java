/** The command line: one class a command, thin over the rooms that do the work. */
@NullMarked
package io.trunkline.cli;

import org.jspecify.annotations.NullMarked;
