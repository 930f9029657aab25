package io.trunkline.model.learning;

/** Placeholder. */
final class Memory {
  private Memory() {}
}
