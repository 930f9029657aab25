/** Shows the live quality, whichever instance is asked. */
@NullMarked
package io.trunkline.feedback.http;

import org.jspecify.annotations.NullMarked;
