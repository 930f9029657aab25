/** Kafka as the command line meets it: a broker in this process, topics, records in and out. */
@NullMarked
package io.trunkline.cli.kafka;

import org.jspecify.annotations.NullMarked;
