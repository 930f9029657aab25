/**
 * What everyone talks in: tasks, examples, predictions, taggers and models. Nothing here knows how
 * a text is read or a network is run.
 */
@NullMarked
package io.trunkline.model;

import org.jspecify.annotations.NullMarked;
