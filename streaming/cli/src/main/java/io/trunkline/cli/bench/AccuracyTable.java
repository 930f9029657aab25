package io.trunkline.cli.bench;

import io.trunkline.model.evaluation.Metric;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results of the accuracy benchmark as a Markdown table: a row a bar. */
final class AccuracyTable {
  private static final String HEAD =
      """
      | data | task | linear floor | bar | one model | spread | in 8 bits | unlike network | a model a task | ECE | NLL, unscaled | seconds |
      |---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private final List<Measured> results;

  AccuracyTable(List<Measured> results) {
    this.results = results;
  }

  /** Studies without a result have no row. */
  String markdown(List<Study> studies) {
    StringBuilder table = new StringBuilder(HEAD);
    for (Study study : studies) {
      if (results.stream().anyMatch(result -> result.study().equals(study.name()))) {
        study.bars().forEach(bar -> table.append(row(study, bar)));
      }
    }
    return table.toString();
  }

  private String row(Study study, Bar bar) {
    List<String> cells =
        List.of(
            study.name(),
            bar.task(),
            number(bar.floor(), 1),
            number(bar.bar(), 1),
            percent(stats(study, false, bar.task(), Measured.HEADLINE)),
            spread(stats(study, false, bar.task(), Measured.HEADLINE)),
            percent(stats(study, false, bar.task(), Measured.QUANTIZED)),
            count(stats(study, false, bar.task(), Measured.UNLIKE_NETWORK)),
            percent(stats(study, true, bar.task(), Measured.HEADLINE)),
            plain(stats(study, false, bar.task(), Metric.ECE.key())),
            "%s, %s"
                .formatted(
                    plain(stats(study, false, bar.task(), Metric.NLL.key())),
                    plain(stats(study, false, bar.task(), Measured.NLL_BEFORE))),
            number(seconds(study), 0));
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** A figure over seeds, each seed's folds averaged first. */
  private DoubleSummaryStatistics stats(Study study, boolean apart, String task, String key) {
    Map<Long, List<Double>> bySeed = new TreeMap<>();
    for (Measured result : results) {
      double value = result.figure(task, key);
      if (result.study().equals(study.name()) && result.apart() == apart && !Double.isNaN(value)) {
        bySeed.computeIfAbsent(result.seed(), seed -> new ArrayList<>()).add(value);
      }
    }
    return bySeed.values().stream()
        .mapToDouble(folds -> folds.stream().mapToDouble(x -> x).average().orElseThrow())
        .summaryStatistics();
  }

  private double seconds(Study study) {
    return results.stream()
        .filter(result -> result.study().equals(study.name()) && !result.apart())
        .mapToDouble(Measured::seconds)
        .average()
        .orElse(Double.NaN);
  }

  private static String percent(DoubleSummaryStatistics figures) {
    return number(figures.getCount() == 0 ? Double.NaN : 100 * figures.getAverage(), 1);
  }

  private static String spread(DoubleSummaryStatistics figures) {
    return figures.getCount() < 2
        ? "–"
        : number(100 * figures.getMin(), 1) + " to " + number(100 * figures.getMax(), 1);
  }

  private static String count(DoubleSummaryStatistics figures) {
    return number(figures.getCount() == 0 ? Double.NaN : figures.getAverage(), 1);
  }

  private static String plain(DoubleSummaryStatistics figures) {
    return number(figures.getCount() == 0 ? Double.NaN : figures.getAverage(), 3);
  }

  private static String number(double value, int places) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
