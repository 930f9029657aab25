/** What is measured: models, and texts for them. */
@NullMarked
package io.trunkline.bench.subject;

import org.jspecify.annotations.NullMarked;
