/** Kafka, where its clients and the connector leave something to do. */
@NullMarked
package io.trunkline.tagging.kafka;

import org.jspecify.annotations.NullMarked;
