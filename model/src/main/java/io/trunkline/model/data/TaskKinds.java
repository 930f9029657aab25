package io.trunkline.model.data;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.TaskKind;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which kind of value each task of a data set has. One task has one kind, however many files the
 * set has; the second kind is refused where it shows up. Several labels and spans are written alike
 * where there are none, so an empty list fits both.
 */
public final class TaskKinds {
  private final Map<String, First> firsts = new HashMap<>();
  private final Map<String, TaskKind> emptyLists = new HashMap<>();

  /** The first value of a task that shows its kind, and where it was. */
  private record First(TaskKind kind, String where) {}

  /**
   * Takes an example's values in.
   *
   * @param where what to call the example in errors
   * @throws InvalidInputException if a task had another kind before
   */
  public void add(Example example, String where) {
    new TreeMap<>(example.labels())
        .forEach(
            (task, value) -> {
              if (isEmptyList(value)) {
                emptyLists.put(task, value.kind());
              } else {
                add(task, value.kind(), where);
              }
            });
  }

  /** The kind of every task, by the tasks' names in alphabetical order. */
  public Map<String, TaskKind> byTask() {
    Map<String, TaskKind> kinds = new TreeMap<>(emptyLists);
    firsts.forEach((task, first) -> kinds.put(task, first.kind()));
    return kinds;
  }

  private void add(String task, TaskKind kind, String where) {
    First first = firsts.computeIfAbsent(task, unseen -> new First(kind, where));
    if (first.kind() != kind) {
      throw new InvalidInputException(
          "%s: task %s has a %s value, but a %s value at %s; a task has one kind"
              .formatted(where, task, kind.title(), first.kind().title(), first.where()));
    }
  }

  private static boolean isEmptyList(LabelValue value) {
    return value instanceof LabelValue.Several several && several.labels().isEmpty()
        || value instanceof LabelValue.Spans spans && spans.spans().isEmpty();
  }
}
