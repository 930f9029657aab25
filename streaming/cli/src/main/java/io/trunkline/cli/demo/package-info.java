/**
 * {@code trunkline demo}: all of it in one process, watched from the outside as a consumer would.
 */
@NullMarked
package io.trunkline.cli.demo;

import org.jspecify.annotations.NullMarked;
