package io.trunkline.cli.model;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.training.TaskChoice;
import io.trunkline.model.training.Tasks;
import io.trunkline.model.training.TrainingConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One model for each task of a training, with the same settings: what the tasks come to where they
 * cannot help each other. Where no number of epochs is set, a task with few texts sees them more
 * often than the one model of all tasks would, so that no model is short of steps. A task that
 * reads others reads the trunk.
 */
final class TasksApart {
  private static final String SUFFIX = ".model";

  private TasksApart() {}

  /**
   * The tasks that get a model. One of which no training example has a label is left out with a
   * warning, as it is where all are learnt together.
   *
   * @throws InvalidInputException if none is left
   */
  static List<String> tasks(
      TrainingConfig settings, List<Example> train, Consumer<String> warning) {
    List<Task> found = Tasks.infer(train);
    List<String> tasks =
        new ArrayList<>(
            settings.tasks().isEmpty()
                ? found.stream().map(Task::name).toList()
                : settings.tasks().stream().map(TaskChoice::name).toList());
    for (Task task : found) {
      if (lacksLabels(task, settings) && tasks.remove(task.name())) {
        warning.accept(
            "task %s is left out: no training example has a label of it".formatted(task.name()));
      }
    }
    if (tasks.isEmpty()) {
      throw new InvalidInputException(
          "nothing to learn: no training example has a value for a task");
    }
    return tasks;
  }

  private static boolean lacksLabels(Task task, TrainingConfig settings) {
    return task.kind() != TaskKind.SCORE
        && task.labels().isEmpty()
        && settings.tasks().stream()
            .filter(choice -> choice.name().equals(task.name()))
            .allMatch(choice -> choice.labels().isEmpty());
  }

  /** The file of each task's model, beside {@code out}: {@code NAME-TASK.model}. */
  static Map<String, Path> files(Path out, List<String> tasks) {
    String name = out.getFileName().toString();
    String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    Map<String, Path> files = new LinkedHashMap<>();
    for (String task : tasks) {
      String safe = task.replaceAll("[^\\p{L}\\p{N}._-]", "_");
      files.put(task, out.resolveSibling(stem + "-" + safe + SUFFIX));
    }
    if (new TreeSet<>(files.values()).size() < tasks.size()) {
      throw new InvalidInputException(
          "tasks %s have names too alike for files of their own".formatted(tasks));
    }
    return files;
  }

  /** The settings for one task. */
  static TrainingConfig alone(TrainingConfig settings, String task) {
    TaskChoice chosen =
        settings.tasks().stream()
            .filter(choice -> choice.name().equals(task))
            .findFirst()
            .orElseGet(() -> TaskChoice.named(task));
    return settings.withTasks(List.of(chosen.readingTrunk()));
  }

  /** The examples that have a value of the task. */
  static List<Example> labelled(List<Example> examples, String task) {
    return examples.stream().filter(example -> example.labels().containsKey(task)).toList();
  }

  /**
   * The dev examples that have a value of the task, without those of other tasks. Where none has,
   * all of them without a value, lest training examples be set aside in their place.
   */
  static List<Example> dev(List<Example> examples, String task) {
    List<Example> labelled = labelled(examples, task);
    return (labelled.isEmpty() ? examples : labelled)
        .stream().map(example -> keeping(task, example)).toList();
  }

  private static Example keeping(String task, Example example) {
    Map<String, LabelValue> labels = new LinkedHashMap<>(example.labels());
    labels.keySet().retainAll(Set.of(task));
    return new Example(example.id(), example.text(), example.attributes(), labels);
  }
}
