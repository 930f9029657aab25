/**
 * How records on Kafka become questions, and how labels, dead letters and reports become records.
 */
@NullMarked
package io.trunkline.tagging.format;

import org.jspecify.annotations.NullMarked;
