package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.data.TaskKinds;
import io.trunkline.model.evaluation.Abstention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out which tasks a data set is labelled for. */
public final class Tasks {
  private Tasks() {}

  /**
   * The tasks of a data set in the order of their names, their labels in alphabetical order.
   *
   * @throws InvalidInputException if a task has values of two kinds
   */
  public static List<Task> infer(List<Example> examples) {
    TaskKinds kinds = new TaskKinds();
    Map<String, Set<String>> labels = new TreeMap<>();
    for (Example example : examples) {
      kinds.add(example, "example " + example.name());
      example
          .labels()
          .forEach(
              (task, value) ->
                  labels.computeIfAbsent(task, name -> new TreeSet<>()).addAll(labelsOf(value)));
    }
    return kinds.byTask().entrySet().stream()
        .map(task -> new Task(task.getKey(), task.getValue(), labels(labels, task.getKey())))
        .toList();
  }

  /**
   * The tasks that a configuration chooses, in its order; all of the data's if it names none. What
   * a choice leaves open is as the data has it.
   *
   * @throws InvalidInputException if the data has no value for a chosen task, or one of another
   *     kind
   */
  static List<Task> choose(List<TaskChoice> choices, List<Example> examples) {
    List<Task> found = infer(examples);
    if (choices.isEmpty()) {
      return found;
    }
    return choices.stream()
        .map(
            choice ->
                found.stream()
                    .filter(task -> task.name().equals(choice.name()))
                    .findFirst()
                    .map(task -> choose(choice, task))
                    .orElseThrow(() -> absent(choice)))
        .toList();
  }

  private static Task choose(TaskChoice choice, Task found) {
    TaskKind kind = choice.kind() == null ? found.kind() : choice.kind();
    boolean onlyEmptyLists = found.kind() == TaskKind.MULTI_LABEL && found.labels().isEmpty();
    if (kind != found.kind() && !(kind == TaskKind.SPANS && onlyEmptyLists)) {
      throw new InvalidInputException(
          "task %s is to be %s, but the data has %s values for it"
              .formatted(choice.name(), kind.title(), found.kind().title()));
    }
    if (kind == TaskKind.SCORE && !choice.labels().isEmpty()) {
      throw new InvalidInputException(
          "task %s is a score, which has no labels, but the configuration names some"
              .formatted(choice.name()));
    }
    if (kind == TaskKind.SCORE && !choice.abstain().wanted().equals(Abstention.NEVER)) {
      throw new InvalidInputException(
          "task %s is a score, which says nothing of its error to abstain by"
              .formatted(choice.name()));
    }
    List<String> labels = choice.labels().isEmpty() ? found.labels() : choice.labels();
    return new Task(choice.name(), kind, labels, choice.open(), choice.reads());
  }

  private static InvalidInputException absent(TaskChoice choice) {
    return new InvalidInputException(
        "the configuration names task %s, but no training example has a value for it"
            .formatted(choice.name()));
  }

  /**
   * The example's value of a task; null if it has none. Where there is nothing in it, an empty list
   * is what the task's kind says it is.
   *
   * @throws InvalidInputException if it is of another kind
   */
  static @Nullable LabelValue value(Task task, Example example) {
    LabelValue value = example.labels().get(task.name());
    if (value == null || value.kind() == task.kind()) {
      return value;
    }
    if (task.kind() == TaskKind.SPANS && value.equals(new LabelValue.Several(List.of()))) {
      return new LabelValue.Spans(List.of());
    }
    throw new InvalidInputException(
        "example %s has a %s value for task %s, which is %s"
            .formatted(example.name(), value.kind().title(), task.name(), task.kind().title()));
  }

  /** The labels that a value speaks of, each once; a score speaks of none. */
  static Set<String> labelsOf(LabelValue value) {
    if (value instanceof LabelValue.One one) {
      return Set.of(one.label());
    }
    if (value instanceof LabelValue.Several several) {
      return Set.copyOf(several.labels());
    }
    if (value instanceof LabelValue.Spans spans) {
      return spans.spans().stream().map(LabelValue.Span::label).collect(Collectors.toSet());
    }
    return Set.of();
  }

  private static List<String> labels(Map<String, Set<String>> labels, String task) {
    return List.copyOf(labels.getOrDefault(task, Set.of()));
  }
}
