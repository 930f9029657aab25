package io.trunkline.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks which tasks read which others. */
final class Readings {
  private final Map<String, Task> tasks = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> underWay = new HashSet<>();

  Readings(List<Task> tasks) {
    tasks.forEach(task -> this.tasks.put(task.name(), task));
  }

  /** Refuses tasks of which one reads an absent task, or itself by whatever way. */
  void check() {
    tasks.values().forEach(this::check);
  }

  private void check(Task task) {
    if (!task.reads().isEmpty() && task.kind() == TaskKind.SPANS) {
      throw new InvalidInputException(
          "task %s is spans and reads other tasks: only heads for whole texts can"
              .formatted(task.name()));
    }
    if (underWay.contains(task.name())) {
      throw new InvalidInputException("task %s reads itself".formatted(task.name()));
    }
    if (done.contains(task.name())) {
      return;
    }
    underWay.add(task.name());
    for (String name : task.reads()) {
      Task read = tasks.get(name);
      if (read == null) {
        throw new InvalidInputException(
            "task %s reads task %s, which is not there".formatted(task.name(), name));
      }
      check(read);
    }
    underWay.remove(task.name());
    done.add(task.name());
  }
}
