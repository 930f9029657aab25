/** Reads what comes in, and sets aside what cannot be used. */
@NullMarked
package io.trunkline.feedback.intake;

import org.jspecify.annotations.NullMarked;
