/** What the commands about one pipeline have in common. */
@NullMarked
package io.trunkline.cli.pipeline;

import org.jspecify.annotations.NullMarked;
