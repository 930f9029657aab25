package io.trunkline.tagging;

import io.trunkline.tagging.models.ModelPlan;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * What the tagging operator is told.
 *
 * @param tasks the tasks whose labels are emitted
 * @param alternatives how many labels beside the answer a label carries at the most
 * @param maxBatchSize questions that are tagged at once at the most
 * @param maxDelay how long the first of them waits for the others at the most
 * @param models which model to begin with and how others are loaded
 */
public record TaggingSettings(
    Set<String> tasks, int alternatives, int maxBatchSize, Duration maxDelay, ModelPlan models)
    implements Serializable {
  public TaggingSettings {
    tasks = Set.copyOf(tasks);
  }
}
