/** The learner: corrections in, better models announced, in the job that serves them. */
@NullMarked
package io.trunkline.tagging.learner;

import org.jspecify.annotations.NullMarked;
