/** People's word on what is right, sent from the command line. */
@NullMarked
package io.trunkline.cli.feedback;

import org.jspecify.annotations.NullMarked;
