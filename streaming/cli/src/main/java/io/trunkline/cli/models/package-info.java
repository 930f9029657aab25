/** The models that a pipeline knows of: stored, announced, listed. */
@NullMarked
package io.trunkline.cli.models;

import org.jspecify.annotations.NullMarked;
