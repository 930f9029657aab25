package io.trunkline.model.gate;

/**
 * An anytime-valid test of whether the model that serves is worse than the one before it, by
 * corrections as they come.
 */
public final class Probation {
  /** Placeholder until written. */
  public Probation() {}
}
