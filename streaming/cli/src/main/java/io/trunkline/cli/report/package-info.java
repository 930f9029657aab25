/** An evaluation as a page with plots. */
@NullMarked
package io.trunkline.cli.report;

import org.jspecify.annotations.NullMarked;
