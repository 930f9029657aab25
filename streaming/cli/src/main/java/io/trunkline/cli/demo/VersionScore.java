package io.trunkline.cli.demo;

import io.trunkline.model.ModelVersion;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was read of the labels that one model version made. */
final class VersionScore {
  private final ModelVersion version;
  private final SortedMap<String, TaskScore> tasks = new TreeMap<>();
  private long events;

  VersionScore(ModelVersion version) {
    this.version = version;
  }

  ModelVersion version() {
    return version;
  }

  /** How good its labels of a task are. */
  TaskScore task(String name) {
    return tasks.computeIfAbsent(name, unseen -> new TaskScore());
  }

  SortedMap<String, TaskScore> tasks() {
    return tasks;
  }

  /** A question has all its labels, the last one by this version. */
  void answered() {
    events++;
  }

  /** The mean accuracy over its tasks that have one, per cent; a dash as long as there is none. */
  String summary() {
    OptionalDouble mean =
        tasks.values().stream()
            .flatMap(task -> task.figure().stream())
            .filter(figure -> figure.measure() == Figure.Measure.ACCURACY)
            .mapToDouble(Figure::value)
            .average();
    return mean.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * mean.getAsDouble()) : "–";
  }

  /** Questions answered. */
  long events() {
    return events;
  }
}
