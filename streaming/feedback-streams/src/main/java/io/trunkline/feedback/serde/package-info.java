/** The records as Kafka Streams reads and writes them. */
@NullMarked
package io.trunkline.feedback.serde;

import org.jspecify.annotations.NullMarked;
