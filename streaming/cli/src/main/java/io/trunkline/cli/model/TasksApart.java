package io.trunkline.cli.model;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Task;
import io.trunkline.model.training.TaskChoice;
import io.trunkline.model.training.Tasks;
import io.trunkline.model.training.TrainingConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One model for each task of a training, with the same settings: what the tasks come to where they
 * cannot help each other. Where no number of epochs is set, a task with few texts sees them more
 * often than the one model of all tasks would, so that no model is short of steps. A task that
 * reads others reads the trunk.
 */
final class TasksApart {
  private static final String SUFFIX = ".model";

  private TasksApart() {}

  /** The file of each task's model, beside {@code out}: {@code NAME-TASK.model}. */
  static Map<String, Path> files(Path out, TrainingConfig settings, List<Example> train) {
    List<String> tasks =
        settings.tasks().isEmpty()
            ? Tasks.infer(train).stream().map(Task::name).toList()
            : settings.tasks().stream().map(TaskChoice::name).toList();
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
}
