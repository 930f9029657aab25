package io.trunkline.model.training;

import io.trunkline.model.Task;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.LearnerSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A configuration as the network's learner wants it. */
final class LessonSettings {
  private LessonSettings() {}

  /**
   * Settings for a start.
   *
   * @param texts that will be learnt from
   */
  static LearnerSettings of(TrainingConfig config, Start start, List<LabelledText> texts) {
    TrainingConfig.Regularisation regularisation = config.regularisation();
    TrainingConfig.Dropout dropout = config.dropout();
    List<Task> tasks = start.spec().tasks();
    Map<String, Double> factors =
        config.tasks().stream().collect(Collectors.toMap(TaskChoice::name, TaskChoice::weight));
    Map<String, float[]> outputs =
        config.balance().classWeights() == Balance.ClassWeights.BALANCED
            ? LabelBalance.weights(tasks, texts)
            : Map.of();
    Set<String> headsOnly =
        start.trunkLearns()
            ? Set.of()
            : tasks.stream().filter(start::learns).map(Task::name).collect(Collectors.toSet());
    return new LearnerSettings(
        new LearnerSettings.Penalty(
            regularisation.weightDecay(), regularisation.l1(), regularisation.l2()),
        regularisation.labelSmoothing(),
        regularisation.consistency(),
        new LearnerSettings.DropoutRates(
            dropout.ngrams(), dropout.embeddings(), dropout.representation(), dropout.part()),
        regularisation.clipNorm(),
        new LearnerSettings.TaskWeights(config.balance().weighting(), factors, outputs),
        headsOnly);
  }
}
