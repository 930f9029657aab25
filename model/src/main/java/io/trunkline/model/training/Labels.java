package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each label stands in its task's label set. */
final class Labels {
  /** Stands where the example has no value for the task. */
  static final int UNLABELLED = -1;

  /** Stands for a label that its task does not have. */
  static final int UNHEARD = -2;

  private final List<Task> tasks;
  private final List<Map<String, Integer>> places;

  Labels(List<Task> tasks) {
    this.tasks = tasks;
    places = tasks.stream().map(Labels::placesOf).toList();
  }

  /**
   * For each task the place of the example's label, {@link #UNLABELLED} or {@link #UNHEARD}.
   *
   * @throws InvalidInputException if a value is of another kind than its task
   */
  int[] classes(Example example) {
    int[] classes = new int[tasks.size()];
    for (int i = 0; i < classes.length; i++) {
      LabelValue value = example.labels().get(tasks.get(i).name());
      classes[i] = value == null ? UNLABELLED : place(i, value, example);
    }
    return classes;
  }

  /** The example's labels that their tasks do not have, each as {@code label L of task T}. */
  List<String> unheard(Example example) {
    int[] classes = classes(example);
    List<String> unheard = new ArrayList<>();
    for (int i = 0; i < classes.length; i++) {
      String task = tasks.get(i).name();
      if (classes[i] == UNHEARD && example.labels().get(task) instanceof LabelValue.One one) {
        unheard.add("label " + one.label() + " of task " + task);
      }
    }
    return unheard;
  }

  private int place(int task, LabelValue value, Example example) {
    if (value instanceof LabelValue.One one) {
      return places.get(task).getOrDefault(one.label(), UNHEARD);
    }
    throw new InvalidInputException(
        "example %s has a %s value for task %s, expected one label"
            .formatted(example.id(), value.kind().title(), tasks.get(task).name()));
  }

  private static Map<String, Integer> placesOf(Task task) {
    Map<String, Integer> places = new HashMap<>();
    for (String label : task.labels()) {
      places.put(label, places.size());
    }
    return places;
  }
}
