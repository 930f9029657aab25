/** Training, judging and trying out models without a stream. */
@NullMarked
package io.trunkline.cli.model;

import org.jspecify.annotations.NullMarked;
