package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out which tasks a data set is labelled for. */
public final class Tasks {
  private final Map<String, TaskKind> kinds = new TreeMap<>();
  private final Map<String, TaskKind> kindsOfEmptyLists = new TreeMap<>();
  private final Map<String, Set<String>> labels = new TreeMap<>();

  private Tasks() {}

  /**
   * The tasks of a data set in the order of their names, single-label tasks with their labels in
   * alphabetical order, others without.
   *
   * @throws InvalidInputException if a task has values of two kinds
   */
  public static List<Task> infer(List<Example> examples) {
    Tasks tasks = new Tasks();
    for (Example example : examples) {
      example.labels().forEach((task, value) -> tasks.add(task, value, example));
    }
    return tasks.list();
  }

  private void add(String task, LabelValue value, Example example) {
    if (isEmptyList(value)) {
      // Several labels and spans are written alike when there are none, so it may be either.
      kindsOfEmptyLists.put(task, value.kind());
      return;
    }
    TaskKind kind = kinds.putIfAbsent(task, value.kind());
    if (kind != null && kind != value.kind()) {
      throw new InvalidInputException(
          "example %s has a %s value for task %s, which was %s before it; a task has one kind"
              .formatted(example.id(), value.kind().title(), task, kind.title()));
    }
    if (value instanceof LabelValue.One one) {
      labels.computeIfAbsent(task, name -> new TreeSet<>()).add(one.label());
    }
  }

  private static boolean isEmptyList(LabelValue value) {
    return value instanceof LabelValue.Several several && several.labels().isEmpty()
        || value instanceof LabelValue.Spans spans && spans.spans().isEmpty();
  }

  private List<Task> list() {
    kindsOfEmptyLists.forEach(kinds::putIfAbsent);
    List<Task> tasks = new ArrayList<>();
    kinds.forEach(
        (name, kind) ->
            tasks.add(new Task(name, kind, List.copyOf(labels.getOrDefault(name, Set.of())))));
    return tasks;
  }
}
