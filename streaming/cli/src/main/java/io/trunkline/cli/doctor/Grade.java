package io.trunkline.cli.doctor;

/** How good what was found is. */
enum Grade {
  OK,
  /** Trunkline runs, but worse than it could. */
  WARNING,
  /** Trunkline does not run. */
  FAULT
}
