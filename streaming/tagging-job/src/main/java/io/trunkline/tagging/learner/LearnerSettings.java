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
 * @param models the model that serves at the start, how others are loaded, and how long to wait
 *     before what failed is tried again
 * @param tasks what the start model's tasks may be said to be
 * @param howRoundsLearn the settings of rounds planned from now on
 * @param rounds runs them
 */
public record LearnerSettings(
    Learning learning,
    ModelPlan models,
    List<TaskRule> tasks,
    SerializableSupplier<RoundSettings> howRoundsLearn,
    RoundRunner rounds)
    implements Serializable {
  public LearnerSettings {
    tasks = List.copyOf(tasks);
  }
}
