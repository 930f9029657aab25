package io.trunkline.tagging.learner;

import io.trunkline.model.learning.RoundSettings;
import io.trunkline.tagging.learner.examples.TaskRule;
import io.trunkline.tagging.learner.rounds.RoundRunner;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.pipeline.Learning;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * What the learner is told.
 *
 * @param learning the pipeline's section
 * @param models which version serves where none is remembered, how models are loaded, and how long
 *     to wait before what failed is tried again
 * @param tasks what the tasks of a model may be said to be
 * @param tasksOf the digest of that model
 * @param howRoundsLearn the settings of rounds planned from now on
 * @param rounds runs them
 */
public record LearnerSettings(
    Learning learning,
    ModelPlan models,
    List<TaskRule> tasks,
    String tasksOf,
    SerializableSupplier<RoundSettings> howRoundsLearn,
    RoundRunner rounds)
    implements Serializable {
  public LearnerSettings {
    tasks = List.copyOf(tasks);
  }
}
