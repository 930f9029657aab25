package io.trunkline.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The results of the ablation as a Markdown table: a row a variant, differences in points. */
final class AblationTable {
  private static final String HEAD =
      """
      | change | type | subtype | type, under noise | subtype, under noise |
      |---|---|---|---|---|
      """;

  private final List<Measured> results;

  AblationTable(List<Measured> results) {
    this.results = results;
  }

  /**
   * Means over the parts that were tested on, and how far each is from that of the first variant on
   * the same parts, with the least and the greatest difference.
   */
  String markdown(List<Variant> variants) {
    StringBuilder table = new StringBuilder(HEAD);
    for (Variant variant : variants) {
      String cells =
          Column.ALL.stream()
              .map(column -> cell(variant, variants.get(0), column))
              .collect(Collectors.joining(" | "));
      table.append("| %s | %s |\n".formatted(variant.name(), cells));
    }
    return table.toString();
  }

  /** A figure of a task. */
  private record Column(String task, String key) {
    static final List<Column> ALL =
        List.of(
            new Column("type", Measured.HEADLINE),
            new Column("subtype", Measured.HEADLINE),
            new Column("type", Measured.UNDER_NOISE),
            new Column("subtype", Measured.UNDER_NOISE));
  }

  private String cell(Variant variant, Variant usual, Column column) {
    double[] figures = of(variant).mapToDouble(one -> percent(one, column)).toArray();
    if (figures.length == 0) {
      return "–";
    }
    String mean = number(DoubleStream.of(figures).average().orElseThrow(), "%.1f");
    if (variant.equals(usual)) {
      return mean;
    }
    var differences =
        of(variant)
            .flatMapToDouble(
                one ->
                    of(usual)
                        .filter(other -> other.seed() == one.seed())
                        .mapToDouble(other -> percent(one, column) - percent(other, column)))
            .summaryStatistics();
    return differences.getCount() == 0
        ? mean
        : "%s (%s; %s to %s)"
            .formatted(
                mean,
                number(differences.getAverage(), "%+.1f"),
                number(differences.getMin(), "%+.1f"),
                number(differences.getMax(), "%+.1f"));
  }

  private Stream<Measured> of(Variant variant) {
    return results.stream()
        .filter(one -> one.study().equals(AblationCommand.STUDY))
        .filter(one -> one.variant().equals(variant.name()));
  }

  private static double percent(Measured one, Column column) {
    return 100 * one.figure(column.task(), column.key());
  }

  private static String number(double value, String format) {
    return String.format(Locale.ROOT, format, value);
  }
}
