/** Files and directories that commands leave nothing of. */
@NullMarked
package io.trunkline.cli.files;

import org.jspecify.annotations.NullMarked;
