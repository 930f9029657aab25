@NullMarked
package io.trunkline.feedback.http;

import org.jspecify.annotations.NullMarked;
