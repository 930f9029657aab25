package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.evaluation.Abstention;
import io.trunkline.model.evaluation.Calibrator;
import io.trunkline.model.evaluation.DevAnswer;
import io.trunkline.model.evaluation.Metric;
import io.trunkline.model.evaluation.TaskScore;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.Parameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is chosen and measured on dev once a network has learnt.
 *
 * @param calibration by task; one that did not learn, or has no dev example, keeps its own
 * @param metrics {@code dev.<task>.<figure>}, of the tasks that learnt
 */
record Finish(Map<String, Calibration> calibration, Map<String, Double> metrics) {
  /** Those that dev, on which confidences are calibrated, can tell. */
  private static final Set<Metric> MEASURED =
      EnumSet.of(
          Metric.ACCURACY,
          Metric.MACRO_F1,
          Metric.MICRO_F1,
          Metric.PRECISION,
          Metric.RECALL,
          Metric.F1,
          Metric.MAE,
          Metric.SKILL);

  static Finish of(
      TrainingConfig config,
      Start start,
      Parameters parameters,
      DevSet dev,
      Consumer<String> warning) {
    Map<String, Calibration> calibration = new TreeMap<>();
    Map<String, Double> metrics = new TreeMap<>();
    ModelSpec spec = start.spec();
    try (Network network = new Network(spec, parameters)) {
      Map<Task, List<DevAnswer>> answers = dev.answers(network);
      for (Task task : spec.tasks()) {
        List<DevAnswer> given = answers.getOrDefault(task, List.of());
        Calibration before = start.calibration(task);
        if (given.isEmpty()) {
          calibration.put(task.name(), before);
          Abstention wanted = wanted(config, task);
          boolean isMissed = !answers.isEmpty() || !wanted.equals(Abstention.NEVER);
          if (isMissed && start.learns(task) && task.kind() != TaskKind.SCORE) {
            warning.accept(withoutDev(task, wanted));
          }
        } else {
          Calibration chosen = calibration(config, task, before, given);
          if (chosen.abstainBelow() == Calibration.ABSTAIN_ALWAYS) {
            warning.accept(
                "task %s will abstain from every answer: none on dev is as precise as asked for"
                    .formatted(task.name()));
          }
          calibration.put(task.name(), chosen);
          addMetrics(task.name(), DevSet.score(task, chosen, given), metrics);
        }
      }
    }
    return new Finish(calibration, metrics);
  }

  /** Whoever asks for no abstention keeps the one there was. */
  private static Calibration calibration(
      TrainingConfig config, Task task, Calibration before, List<DevAnswer> dev) {
    Abstention wanted = wanted(config, task);
    Calibration chosen = Calibrator.fit(task, before, dev, wanted);
    return wanted.equals(Abstention.NEVER)
        ? chosen.withAbstainBelow(before.abstainBelow())
        : chosen;
  }

  private static String withoutDev(Task task, Abstention wanted) {
    String uncalibrated = "dev has no example of task %s: its scores are not calibrated";
    return (wanted.equals(Abstention.NEVER)
            ? uncalibrated
            : uncalibrated + ", and when to abstain is not chosen")
        .formatted(task.name());
  }

  private static Abstention wanted(TrainingConfig config, Task task) {
    return config.tasks().stream()
        .filter(choice -> choice.name().equals(task.name()))
        .findFirst()
        .map(choice -> choice.abstain().wanted())
        .orElse(Abstention.NEVER);
  }

  private static void addMetrics(String task, TaskScore score, Map<String, Double> metrics) {
    score
        .figures()
        .forEach(
            (metric, value) -> {
              if (MEASURED.contains(metric)) {
                metrics.put("dev." + task + "." + metric.key(), value);
              }
            });
  }
}
