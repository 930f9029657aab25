/** Kafka as the command line meets it: a broker in this process, and brokers elsewhere. */
@NullMarked
package io.trunkline.cli.kafka;

import org.jspecify.annotations.NullMarked;
