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
import java.util.function.Consumer;

/** Finds out which tasks a data set is labelled for. */
public final class Tasks {
  private Tasks() {}

  /**
   * The single-label tasks of a data set, by name, each with its labels in alphabetical order.
   * Other kinds are not learnt yet; each is left out with a warning.
   *
   * @throws InvalidInputException if a task has values of two kinds
   */
  public static List<Task> infer(List<Example> examples, Consumer<String> warning) {
    Map<String, TaskKind> kinds = new TreeMap<>();
    Map<String, Set<String>> labels = new TreeMap<>();
    for (Example example : examples) {
      example.labels().forEach((task, value) -> note(task, value, kinds, labels));
    }
    List<Task> tasks = new ArrayList<>();
    kinds.forEach(
        (name, kind) -> {
          if (kind == TaskKind.SINGLE_LABEL) {
            tasks.add(new Task(name, kind, List.copyOf(labels.getOrDefault(name, Set.of()))));
          } else {
            warning.accept("task " + name + " is left out: " + kind.title() + " is not learnt yet");
          }
        });
    return tasks;
  }

  private static void note(
      String task, LabelValue value, Map<String, TaskKind> kinds, Map<String, Set<String>> labels) {
    if (isEmptyList(value)) {
      kinds.putIfAbsent(task, value.kind());
      return;
    }
    TaskKind before = kinds.put(task, value.kind());
    boolean fits = before == null || before == value.kind();
    if (!fits) {
      throw new InvalidInputException(
          "task %s has values of two kinds, %s and %s; a task has one kind"
              .formatted(task, before.title(), value.kind().title()));
    }
    if (value instanceof LabelValue.One one) {
      labels.computeIfAbsent(task, name -> new TreeSet<>()).add(one.label());
    }
  }

  private static boolean isEmptyList(LabelValue value) {
    return value instanceof LabelValue.Several several && several.labels().isEmpty()
        || value instanceof LabelValue.Spans spans && spans.spans().isEmpty();
  }
}
