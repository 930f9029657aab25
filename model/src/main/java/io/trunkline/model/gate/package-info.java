/** Whether one model may take another's place: judged on held-out examples, and once it serves. */
@NullMarked
package io.trunkline.model.gate;

import org.jspecify.annotations.NullMarked;
