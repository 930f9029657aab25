package io.trunkline.bench.scaling;

import io.trunkline.bench.Spread;
import io.trunkline.cli.report.Machine;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured; the shape of {@code --json}.
 *
 * @param machine what it ran on
 * @param curves of tasks, tokens, labels and threads
 * @param ratios {@code 16-tasks}: the time with 16 tasks of 4 labels ÷ that with one, round by
 *     round
 */
record ScalingReport(Machine machine, List<Curve> curves, Map<String, Spread> ratios) {
  private static final double BAR = 1.15;

  /** As tables in Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    for (Curve curve : curves) {
      text.append(
          String.format(Locale.ROOT, "| %s | texts/s | least | most | µs a text |%n", curve.of()));
      text.append("|---|---|---|---|---|\n");
      curve
          .textsPerSecond()
          .forEach(
              (value, spread) ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "| %s | %,.0f | %,.0f | %,.0f | %.1f |%n",
                          value,
                          spread.median(),
                          spread.min(),
                          spread.max(),
                          curve.micros(value))));
      text.append('\n');
    }
    ratios.forEach(
        (name, spread) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "time, %s ÷ one: %.3f (%.3f to %.3f), bar ≤ %.2f%n",
                    name,
                    spread.median(),
                    spread.min(),
                    spread.max(),
                    BAR)));
    return text.toString();
  }
}
