/** What is asked of the brokers before anything runs. */
@NullMarked
package io.trunkline.tagging.kafka;

import org.jspecify.annotations.NullMarked;
