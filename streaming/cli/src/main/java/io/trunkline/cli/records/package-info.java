/** What flows on the topics, written and read from the outside. */
@NullMarked
package io.trunkline.cli.records;

import org.jspecify.annotations.NullMarked;
