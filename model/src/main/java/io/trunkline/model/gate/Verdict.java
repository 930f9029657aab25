package io.trunkline.model.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What comparisons come to.
 *
 * @param accepted if all hold and something is better
 * @param reason the first that does not hold, or one that is better, with its figures
 */
record Verdict(boolean accepted, String reason) {
  private static final String NOTHING_BETTER = "nothing is better by its own interval";

  /**
   * @param leastTexts fewer cannot show that a task is not worse
   */
  static Verdict of(List<Comparison> comparisons, int leastTexts) {
    Optional<Comparison> failing = comparisons.stream().filter(one -> !one.holds()).findFirst();
    if (failing.isPresent()) {
      return new Verdict(false, failure(failing.get(), leastTexts));
    }
    return comparisons.stream()
        .filter(Comparison::better)
        .findFirst()
        .map(better -> new Verdict(true, "better: " + figures(better)))
        .orElse(new Verdict(false, NOTHING_BETTER));
  }

  private static String failure(Comparison failing, int leastTexts) {
    boolean shown = failing.upper() < -failing.margin();
    String few =
        failing.texts() < leastTexts && !shown
            ? "; it takes %d texts to tell".formatted(leastTexts)
            : "";
    return (shown ? "worse: " : "may be worse: ") + figures(failing) + few;
  }

  private static String figures(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%s on %d %s texts, %.4f against %.4f, difference %.4f to %.4f, margin %s",
        name(comparison),
        comparison.texts(),
        switch (comparison.examples()) {
          case HOLD_OUT -> "hold-out";
          case GOLDEN -> "golden";
          case BOTH -> "hold-out and golden";
        },
        comparison.candidate(),
        comparison.champion(),
        comparison.lower(),
        comparison.upper(),
        comparison.margin());
  }

  private static String name(Comparison comparison) {
    String name =
        comparison.label() == null
            ? "task " + comparison.task()
            : "label %s of task %s".formatted(comparison.label(), comparison.task());
    return switch (comparison.measure()) {
      case SCORE -> name;
      case SERVED -> name + " with its new labels";
      case BRIER -> name + " by Brier score";
    };
  }
}
