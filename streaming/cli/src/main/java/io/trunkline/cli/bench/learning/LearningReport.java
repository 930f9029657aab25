package io.trunkline.cli.bench.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured; the shape of {@code --json}. What was not asked for is left out.
 *
 * @param machine what it was measured on
 * @param newClasses a result a seed
 * @param newLanguage a result a seed
 */
@JsonInclude(Include.NON_EMPTY)
record LearningReport(
    String machine,
    List<NewClasses.Result> newClasses,
    List<NewLanguage.Result> newLanguage,
    Delay.@Nullable Result delay,
    Swaps.@Nullable Result swaps) {

  /** As a table in Markdown, each figure beside its bar. */
  String markdown() {
    StringBuilder table = new StringBuilder("| what | measured | bar |\n|---|---|---|\n");
    for (NewClasses.Result result : newClasses) {
      row(
          table,
          String.format(Locale.ROOT, "new classes, seed %d: new ones", result.seed()),
          String.format(
              Locale.ROOT, "%.1f %% of %.1f", 100 * result.newRatio(), 100 * result.newAtOnce()),
          "≥ 90 % of at once");
      row(
          table,
          String.format(Locale.ROOT, "new classes, seed %d: old ones", result.seed()),
          String.format(
              Locale.ROOT, "%.1f %% of %.1f", 100 * result.oldRatio(), 100 * result.oldAtOnce()),
          "≥ 99 % of at once");
    }
    for (NewLanguage.Result result : newLanguage) {
      row(
          table,
          String.format(Locale.ROOT, "new language, seed %d: zh", result.seed()),
          String.format(
              Locale.ROOT, "%+.1f points on %.1f", result.aboveLinear(), 100 * result.linear()),
          "≥ +1.0 on linear");
      row(
          table,
          String.format(Locale.ROOT, "new language, seed %d: en", result.seed()),
          String.format(Locale.ROOT, "%+.1f points", result.english()),
          "≥ −1.0");
      result
          .runs()
          .forEach(
              (name, run) ->
                  row(
                      table,
                      String.format(Locale.ROOT, "new language, seed %d, %s", result.seed(), name),
                      String.format(
                          Locale.ROOT,
                          "zh %.1f, en %.1f",
                          100 * run.chinese(),
                          100 * run.english()),
                      ""));
    }
    if (delay != null) {
      row(
          table,
          String.format(Locale.ROOT, "delay, %d new examples", delay.examples()),
          String.format(Locale.ROOT, "median %.1f s of %s", delay.median(), delay.seconds()),
          "≤ 60 s");
    }
    if (swaps != null) {
      row(
          table,
          String.format(Locale.ROOT, "%d swaps: generations by subtask", swaps.swaps()),
          swaps.generationsBySubtask().toString(),
          String.format(Locale.ROOT, "%d each", swaps.swaps() + 1));
      row(table, "labels of mixed batches", Long.toString(swaps.mixedLabels()), "0");
      row(
          table,
          "p99 during swaps",
          String.format(Locale.ROOT, "%.2f × %.1f ms", swaps.p99Ratio(), swaps.steadyP99()),
          "≤ 1.5 × steady");
      row(
          table,
          "memory after warm-up",
          String.format(Locale.ROOT, "%+.1f %%", 100 * swaps.memoryGrowth()),
          "flat");
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String what, String measured, String bar) {
    table.append("| ").append(what).append(" | ").append(measured).append(" | ").append(bar);
    table.append(" |\n");
  }
}
