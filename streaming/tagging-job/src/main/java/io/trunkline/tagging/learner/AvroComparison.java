package io.trunkline.tagging.learner;

import io.trunkline.model.gate.Comparison;

/** Comparisons as {@code ModelDecision} has them. */
final class AvroComparison {
  private AvroComparison() {}

  static io.trunkline.schemas.avro.Comparison of(Comparison comparison) {
    return new io.trunkline.schemas.avro.Comparison(
        comparison.task(),
        comparison.label(),
        examples(comparison.examples()),
        measure(comparison.measure()),
        (long) comparison.texts(),
        comparison.champion(),
        comparison.candidate(),
        comparison.lower(),
        comparison.upper(),
        comparison.margin(),
        comparison.holds());
  }

  private static String examples(Comparison.Examples examples) {
    return switch (examples) {
      case HOLD_OUT -> "holdOut";
      case GOLDEN -> "golden";
      case BOTH -> "both";
    };
  }

  private static String measure(Comparison.Measure measure) {
    return switch (measure) {
      case SCORE -> "score";
      case SERVED -> "served";
      case BRIER -> "brier";
    };
  }
}
