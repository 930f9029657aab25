package io.trunkline.model.evaluation;

import io.trunkline.model.Model;
import io.trunkline.model.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one model to another.
 *
 * @param tasksAdded tasks that only the second answers
 * @param tasksRemoved tasks that only the first answers
 * @param labels by task that both answer, which labels came and went; only where some did
 * @param metrics by name, in order, the figures that either was measured by
 * @param wordsAdded words that only the second has a row for, in its order
 * @param wordsRemoved how many only the first has
 * @param ngramsAdded n-grams that only the second has a row for
 * @param ngramsRemoved n-grams that only the first has
 * @param distances how far the parameters moved
 */
public record ModelDifference(
    List<String> tasksAdded,
    List<String> tasksRemoved,
    Map<String, LabelChange> labels,
    Map<String, MetricChange> metrics,
    List<String> wordsAdded,
    int wordsRemoved,
    int ngramsAdded,
    int ngramsRemoved,
    Distances distances) {

  /** Rows of the word embeddings that belong to no word: padding and unknown. */
  private static final int RESERVED_ROWS = 2;

  /** Labels of a task that only the second, or only the first, model knows. */
  public record LabelChange(List<String> added, List<String> removed) {}

  /** A figure of both; null where a model was not measured by it. */
  public record MetricChange(@Nullable Double before, @Nullable Double after) {}

  /**
   * How far parameters moved, as a share of where they were: {@code ‖after − before‖₂ / ‖before‖₂}.
   * Of the tables those rows count that both models have, whichever row it is in each. Null where
   * there are none, where rows have another width, or where the dense parameters of one model have
   * no counterpart in the other.
   */
  public record Distances(
      @Nullable Double wide, @Nullable Double embeddings, @Nullable Double dense) {}

  /** Compares two models. */
  public static ModelDifference of(Model before, Model after) {
    Map<String, Task> old = tasks(before);
    Map<String, Task> now = tasks(after);
    Map<String, Integer> oldWords = words(before);
    Map<String, Integer> newWords = words(after);
    Map<Integer, Integer> oldNgrams = ngrams(before);
    Map<Integer, Integer> newNgrams = ngrams(after);
    return new ModelDifference(
        without(now.keySet(), old.keySet()),
        without(old.keySet(), now.keySet()),
        labels(old, now),
        metrics(before.training().metrics(), after.training().metrics()),
        without(newWords.keySet(), oldWords.keySet()),
        without(oldWords.keySet(), newWords.keySet()).size(),
        without(newNgrams.keySet(), oldNgrams.keySet()).size(),
        without(oldNgrams.keySet(), newNgrams.keySet()).size(),
        new Distances(
            new TableDistance(before.wide().toFloats(), after.wide().toFloats())
                .ofShared(oldNgrams, newNgrams, before.ngrams().length, after.ngrams().length),
            new TableDistance(before.embeddings().toFloats(), after.embeddings().toFloats())
                .ofShared(
                    oldWords,
                    newWords,
                    before.words().size() + RESERVED_ROWS,
                    after.words().size() + RESERVED_ROWS),
            shapesAgree(before, after)
                ? new TableDistance(before.dense(), after.dense()).ofAll()
                : null));
  }

  private static Map<String, Task> tasks(Model model) {
    return model.spec().tasks().stream()
        .collect(
            Collectors.toMap(Task::name, task -> task, (one, other) -> one, LinkedHashMap::new));
  }

  private static Map<String, LabelChange> labels(Map<String, Task> old, Map<String, Task> now) {
    Map<String, LabelChange> changes = new LinkedHashMap<>();
    old.forEach(
        (name, task) -> {
          Task other = now.get(name);
          if (other != null && !other.labels().equals(task.labels())) {
            changes.put(
                name,
                new LabelChange(
                    without(other.labels(), task.labels()),
                    without(task.labels(), other.labels())));
          }
        });
    return changes;
  }

  private static Map<String, MetricChange> metrics(
      Map<String, Double> before, Map<String, Double> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    Map<String, MetricChange> changes = new TreeMap<>();
    names.forEach(name -> changes.put(name, new MetricChange(before.get(name), after.get(name))));
    return changes;
  }

  private static Map<String, Integer> words(Model model) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    model.words().forEach(word -> rows.put(word, rows.size() + RESERVED_ROWS));
    return rows;
  }

  private static Map<Integer, Integer> ngrams(Model model) {
    Map<Integer, Integer> rows = new HashMap<>();
    IntStream.range(0, model.ngrams().length)
        .filter(row -> model.ngrams()[row] != 0)
        .forEach(row -> rows.put(model.ngrams()[row], row));
    return rows;
  }

  /** Heads are laid out by tasks and labels, so these must be the same ones. */
  private static boolean shapesAgree(Model before, Model after) {
    return before.spec().tasks().equals(after.spec().tasks())
        && before.spec().network().equals(after.spec().network());
  }

  private static <T> List<T> without(Collection<T> all, Collection<T> those) {
    Set<T> left = new LinkedHashSet<>(all);
    left.removeAll(new LinkedHashSet<>(those));
    return List.copyOf(left);
  }
}
