package io.trunkline.model.archive;

import static io.trunkline.model.archive.ManifestRules.require;

import io.trunkline.model.Calibration;
import io.trunkline.model.Names;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold of a manifest's tasks and of how their outputs become answers. */
final class TaskRules {
  private static final int MAX_LABELS = 100_000;

  private TaskRules() {}

  static void check(List<Task> tasks, Map<String, Calibration> calibration) {
    require(
        calibration.size() == tasks.size(),
        "calibration is of %d tasks, expected each of %d",
        calibration.size(),
        tasks.size());
    for (Task task : tasks) {
      checkLabels(task);
      checkCalibration(task, calibration.get(task.name()));
    }
  }

  private static void checkLabels(Task task) {
    Names.require("a task's name", task.name());
    int labels = task.labels().size();
    int least = task.kind() == TaskKind.SCORE ? 0 : 1;
    int most = task.kind() == TaskKind.SCORE ? 0 : MAX_LABELS;
    require(
        labels >= least && labels <= most,
        "%s task %s has %d labels, expected %d to %d",
        task.kind().title(),
        task.name(),
        labels,
        least,
        most);
    task.labels().forEach(label -> Names.require("a label of task " + task.name(), label));
  }

  private static void checkCalibration(Task task, @Nullable Calibration calibration) {
    int expected = task.kind() == TaskKind.MULTI_LABEL ? task.labels().size() : 0;
    require(
        calibration != null && calibration.thresholds().size() == expected,
        "calibration of %s task %s is missing or has not %d thresholds",
        task.kind().title(),
        task.name(),
        expected);
    boolean curved = calibration != null && !calibration.curve().isEmpty();
    require(
        task.kind() == TaskKind.SPANS || !curved,
        "calibration of %s task %s has a curve, expected none",
        task.kind().title(),
        task.name());
  }
}
