/** Whether a machine is fit to run Trunkline, and what to do where it is not. */
@NullMarked
package io.trunkline.cli.doctor;

import org.jspecify.annotations.NullMarked;
