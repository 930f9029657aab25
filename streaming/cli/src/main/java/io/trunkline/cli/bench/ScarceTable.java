package io.trunkline.cli.bench;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * The results of the benchmark of scarce labels as a Markdown table: a row a number of examples.
 */
final class ScarceTable {
  private static final String HEAD =
      """
      | examples a label | with the other tasks | spread | alone | spread |
      |---|---|---|---|---|
      """;

  private ScarceTable() {}

  static String markdown(ScarceFigures figures, List<Integer> shots) {
    StringBuilder table = new StringBuilder(HEAD);
    for (int shot : shots) {
      table
          .append("| %d |".formatted(shot))
          .append(cells(figures.accuracy(shot, false)))
          .append(cells(figures.accuracy(shot, true)))
          .append('\n');
    }
    return table.toString();
  }

  private static String cells(DoubleSummaryStatistics accuracy) {
    return accuracy.getCount() == 0
        ? " – | – |"
        : String.format(
            Locale.ROOT,
            " %.1f | %.1f to %.1f |",
            accuracy.getAverage(),
            accuracy.getMin(),
            accuracy.getMax());
  }
}
