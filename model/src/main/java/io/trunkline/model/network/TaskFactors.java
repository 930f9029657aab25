package io.trunkline.model.network;

import io.trunkline.model.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each task's losses are multiplied by: as given, or as learnt. */
final class TaskFactors {
  private final double[] given;
  private final @Nullable Uncertainty uncertainty;

  TaskFactors(List<Task> tasks, LearnerSettings.TaskWeights weights) {
    given = new double[tasks.size()];
    for (int i = 0; i < given.length; i++) {
      given[i] = weights.factors().getOrDefault(tasks.get(i).name(), 1.0);
    }
    uncertainty = weights.weighting() == TaskWeighting.UNCERTAINTY ? new Uncertainty(tasks) : null;
  }

  /** The task's factor. */
  double factor(int task) {
    return uncertainty == null ? given[task] : uncertainty.factor(task);
  }

  /** The task's share of the batch's loss. */
  double weighted(int task, TaskLoss loss) {
    double offset = uncertainty == null ? 0 : uncertainty.offset(task);
    return factor(task) * loss.sum() + offset * loss.labelled();
  }

  /** Learns the factors, where they are learnt; of the tasks that have a label. */
  void learn(List<TaskLoss> losses, float scale, double rate) {
    if (uncertainty != null) {
      for (int task = 0; task < losses.size(); task++) {
        TaskLoss loss = losses.get(task);
        if (loss.labelled() > 0) {
          uncertainty.learn(task, loss.sum(), loss.labelled(), scale, rate);
        }
      }
    }
  }
}
