package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How a model's tasks grow by examples: the tasks it has keep their places and their labels theirs,
 * new labels follow the old and new tasks follow the old, each in alphabetical order.
 *
 * @param tasks all of them
 * @param changed those that are new or have new labels
 */
record TaskGrowth(List<Task> tasks, List<Task> changed) {

  /**
   * Compares tasks with examples.
   *
   * @param known the model's tasks
   * @param choices what the configuration says of tasks, as {@link TrainingConfig#tasks()}
   * @param warning hears of labels that are too rare to be taken in
   * @throws InvalidInputException if the examples have another kind of value for a task, a label
   *     that a closed one lacks, or a growing task's outputs are read by another
   */
  static TaskGrowth of(
      List<Task> known,
      List<TaskChoice> choices,
      List<Example> examples,
      Consumer<String> warning) {
    List<Task> tasks = new ArrayList<>();
    List<Task> changed = new ArrayList<>();
    for (Task task : known) {
      TaskChoice choice = choice(choices, task.name());
      requireAsItIs(task, choice);
      Task grown = grown(task, choice.minExamples(), examples, warning);
      tasks.add(grown);
      if (!grown.equals(task)) {
        requireUnread(task, known);
        changed.add(grown);
      }
    }
    List<String> names = known.stream().map(Task::name).toList();
    for (Task task : Tasks.choose(choices, examples)) {
      if (!names.contains(task.name()) && FreshStart.isLearnt(task, warning)) {
        tasks.add(task);
        changed.add(task);
      }
    }
    return new TaskGrowth(tasks, changed);
  }

  /** The examples without values that have labels too rare for their open task. */
  List<Example> withoutRareLabels(List<Example> examples) {
    return examples.stream().map(this::withoutRareLabels).toList();
  }

  private Example withoutRareLabels(Example example) {
    Map<String, LabelValue> labels = new HashMap<>(example.labels());
    for (Task task : tasks) {
      LabelValue value = Tasks.value(task, example);
      if (value != null && task.open() && !task.labels().containsAll(Tasks.labelsOf(value))) {
        labels.remove(task.name());
      }
    }
    return new Example(example.id(), example.text(), example.attributes(), labels);
  }

  /** What a model has fixed cannot be chosen again, and must not seem to be. */
  private static void requireAsItIs(Task task, TaskChoice choice) {
    boolean asItIs =
        (choice.kind() == null || choice.kind() == task.kind())
            && task.labels().containsAll(choice.labels())
            && (task.open() || !choice.open())
            && (choice.reads().isEmpty() || choice.reads().equals(task.reads()));
    if (!asItIs) {
      throw new InvalidInputException(
          "task %s is in the model already, which has fixed kind, labels, open and reads: the"
                  .formatted(task.name())
              + " configuration asks for others");
    }
  }

  private static Task grown(
      Task task, int minExamples, List<Example> examples, Consumer<String> warning) {
    if (!task.open()) {
      requireKnownLabels(task, examples);
      return task;
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Example example : examples) {
      LabelValue value = Tasks.value(task, example);
      if (value != null) {
        Tasks.labelsOf(value).forEach(label -> counts.merge(label, 1, Integer::sum));
      }
    }
    counts.keySet().removeAll(task.labels());
    List<String> labels = new ArrayList<>(task.labels());
    counts.forEach(
        (label, count) -> {
          if (count >= minExamples) {
            labels.add(label);
          } else {
            warning.accept(
                "label %s of task %s has %d examples, expected %d before the task grows by it: left out"
                    .formatted(label, task.name(), count, minExamples));
          }
        });
    return labels.equals(task.labels()) ? task : task.withLabels(labels);
  }

  private static void requireKnownLabels(Task closed, List<Example> examples) {
    Targets targets = new Targets(closed, Calibration.NONE);
    for (Example example : examples) {
      List<String> unheard = targets.unheard(example);
      if (!unheard.isEmpty()) {
        throw new InvalidInputException(
            "training example %s has label %s of task %s, which is closed and lacks it"
                .formatted(example.name(), unheard.get(0), closed.name()));
      }
    }
  }

  private static void requireUnread(Task grown, List<Task> tasks) {
    Optional<Task> reader =
        tasks.stream().filter(task -> task.reads().contains(grown.name())).findFirst();
    if (reader.isPresent()) {
      throw new InvalidInputException(
          "task %s has new labels, but cannot grow: task %s reads its outputs"
              .formatted(grown.name(), reader.get().name()));
    }
  }

  private static TaskChoice choice(List<TaskChoice> choices, String task) {
    return choices.stream()
        .filter(choice -> choice.name().equals(task))
        .findFirst()
        .orElseGet(() -> TaskChoice.named(task));
  }
}
