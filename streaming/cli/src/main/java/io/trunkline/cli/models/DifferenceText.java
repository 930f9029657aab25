package io.trunkline.cli.models;

import io.trunkline.cli.terminal.Terminal;
import io.trunkline.model.evaluation.ModelDifference;
import io.trunkline.model.evaluation.ModelDifference.Distances;
import io.trunkline.model.evaluation.ModelDifference.LabelChange;
import io.trunkline.model.evaluation.ModelDifference.MetricChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs as people read it: a difference a line; what is as before is left out. */
final class DifferenceText {
  private static final int SHOWN = 10;

  private final List<String> lines = new ArrayList<>();

  private DifferenceText() {}

  static List<String> of(ModelDifference difference) {
    DifferenceText text = new DifferenceText();
    text.describe(difference);
    return text.lines;
  }

  private void describe(ModelDifference difference) {
    difference.tasksAdded().forEach(task -> add("tasks", "+ " + task));
    difference.tasksRemoved().forEach(task -> add("tasks", "- " + task));
    difference.labels().forEach((task, change) -> add("labels", task + " " + labels(change)));
    difference
        .metrics()
        .forEach(
            (name, change) -> {
              if (!change.equals(new MetricChange(change.before(), change.before()))) {
                add("metrics", metric(name, change));
              }
            });
    List<String> words = difference.wordsAdded();
    add("words", "+%d -%d%s".formatted(words.size(), difference.wordsRemoved(), some(words)));
    add("n-grams", "+%d -%d".formatted(difference.ngramsAdded(), difference.ngramsRemoved()));
    Distances moved = difference.distances();
    add(
        "distance",
        "n-gram table %s, embeddings %s, other parameters %s"
            .formatted(number(moved.wide()), number(moved.embeddings()), number(moved.dense())));
  }

  private static String labels(LabelChange change) {
    List<String> changes = new ArrayList<>();
    change.added().forEach(label -> changes.add("+ " + label));
    change.removed().forEach(label -> changes.add("- " + label));
    return changes.isEmpty() ? "in another order" : String.join(", ", changes);
  }

  private static String metric(String name, MetricChange change) {
    Double before = change.before();
    Double after = change.after();
    String moved =
        before == null || after == null
            ? ""
            : String.format(Locale.ROOT, " (%+.4f)", after - before);
    return "%s %s -> %s%s".formatted(name, number(before), number(after), moved);
  }

  private static String some(List<String> words) {
    String some = words.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : ": " + some + (words.size() > SHOWN ? ", …" : "");
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }

  private void add(String name, String value) {
    lines.add("%-11s%s".formatted(name, Terminal.harmless(value)));
  }
}
