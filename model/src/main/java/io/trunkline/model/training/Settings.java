package io.trunkline.model.training;

import io.trunkline.model.InvalidInputException;

/** What training settings must be; the first that is not is named. */
final class Settings {
  private Settings() {}

  /** In [0, 1). */
  static void requireFraction(String name, double value) {
    require(value >= 0 && value < 1, name, value, "0 or more and below 1");
  }

  /** Finite and at least 0. */
  static void requireNotNegative(String name, double value) {
    require(value >= 0 && Double.isFinite(value), name, value, "0 or more");
  }

  /** Finite and above 0. */
  static void requirePositive(String name, double value) {
    require(value > 0 && Double.isFinite(value), name, value, "greater than 0");
  }

  static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new InvalidInputException(
          "training setting %s is %s, expected %s".formatted(name, value, expected));
    }
  }
}
