package io.trunkline.cli.model;

import io.trunkline.cli.terminal.Terminal;
import io.trunkline.model.evaluation.Confusion;
import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.LabelScore;
import io.trunkline.model.evaluation.Metric;
import io.trunkline.model.evaluation.TaskScore;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An evaluation as tables of a terminal. */
final class ScoreTable {
  /** Those that a line has room for, where a task has them; the rest is in JSON and the page. */
  private static final List<Metric> SHOWN =
      List.of(
          Metric.ACCURACY,
          Metric.MACRO_F1,
          Metric.MICRO_F1,
          Metric.PRECISION,
          Metric.RECALL,
          Metric.F1,
          Metric.MAE,
          Metric.NLL,
          Metric.ECE,
          Metric.COVERAGE);

  /** How many of the most confused pairs are shown. */
  private static final int PAIRS = 10;

  private final PrintWriter out;

  ScoreTable(PrintWriter out) {
    this.out = out;
  }

  /** A line a task. */
  void print(Evaluation evaluation) {
    Map<String, TaskScore> tasks = evaluation.tasks();
    List<Metric> metrics =
        SHOWN.stream()
            .filter(
                metric -> tasks.values().stream().anyMatch(s -> s.figures().containsKey(metric)))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("task", "kind", "n"));
    metrics.forEach(metric -> heading.add(metric.key()));
    rows.add(heading);
    tasks.forEach(
        (name, score) -> {
          List<String> row =
              new ArrayList<>(List.of(name, score.kind().title(), Integer.toString(score.n())));
          metrics.forEach(metric -> row.add(shown(score.figures().get(metric))));
          rows.add(row);
        });
    print(rows, 2);
  }

  /** For each task a line a label, and its most confused pairs. */
  void printClasses(Evaluation evaluation) {
    evaluation.tasks().forEach(this::printClasses);
  }

  private void printClasses(String task, TaskScore score) {
    if (score.labels().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(task, "precision", "recall", "f1", "right", "given"));
    for (LabelScore label : score.labels()) {
      rows.add(
          List.of(
              label.label(),
              shown(label.precision()),
              shown(label.recall()),
              shown(label.f1()),
              Integer.toString(label.right()),
              Integer.toString(label.given())));
    }
    out.println();
    print(rows, 1);
    if (!score.confusions().isEmpty()) {
      out.println();
      print(confusions(task, score), 2);
    }
  }

  private static List<List<String>> confusions(String task, TaskScore score) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(task + ": right", "given instead", "times"));
    for (Confusion confusion : score.confusions().stream().limit(PAIRS).toList()) {
      rows.add(List.of(confusion.right(), confusion.given(), Integer.toString(confusion.count())));
    }
    return rows;
  }

  /** Prints columns as wide as they need be, the first ones to the left, numbers to the right. */
  private void print(List<List<String>> rows, int left) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        String cell = Terminal.harmless(row.get(i));
        line.append(i < left ? cell + padding : padding + cell).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static String shown(@Nullable Double figure) {
    return figure == null ? "-" : String.format(Locale.ROOT, "%.4f", figure);
  }
}
