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

  private final List<Measured> results;

  ScarceTable(List<Measured> results) {
    this.results = results;
  }

  String markdown(List<Integer> shots) {
    StringBuilder table = new StringBuilder(HEAD);
    for (int shot : shots) {
      table.append(
          "| %d |%s%s\n".formatted(shot, cells(stats(shot, false)), cells(stats(shot, true))));
    }
    return table.toString();
  }

  private DoubleSummaryStatistics stats(int shot, boolean apart) {
    return results.stream()
        .filter(result -> result.study().equals(ScarceCommand.STUDY))
        .filter(result -> result.apart() == apart)
        .filter(result -> result.variant().equals(Integer.toString(shot)))
        .mapToDouble(result -> 100 * result.figure(ScarceCommand.TASK, Measured.HEADLINE))
        .summaryStatistics();
  }

  private static String cells(DoubleSummaryStatistics figures) {
    return figures.getCount() == 0
        ? " – | – |"
        : String.format(
            Locale.ROOT,
            " %.1f | %.1f to %.1f |",
            figures.getAverage(),
            figures.getMin(),
            figures.getMax());
  }
}
