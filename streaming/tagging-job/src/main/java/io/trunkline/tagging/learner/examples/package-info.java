/** What there is to learn: corrections, those that wait for a round and those held out of all. */
@NullMarked
package io.trunkline.tagging.learner.examples;

import org.jspecify.annotations.NullMarked;
