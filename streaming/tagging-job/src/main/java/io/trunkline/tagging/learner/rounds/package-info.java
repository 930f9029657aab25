/** Rounds of learning: when one is planned, and running it. */
@NullMarked
package io.trunkline.tagging.learner.rounds;

import org.jspecify.annotations.NullMarked;
