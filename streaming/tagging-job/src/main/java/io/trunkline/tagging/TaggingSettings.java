package io.trunkline.tagging;

import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.pipeline.Batching;
import java.io.Serializable;
import java.util.Set;

/**
 * What the tagging operator is told.
 *
 * @param tasks the tasks whose labels are emitted
 * @param alternatives how many labels beside the answer a label carries at the most
 * @param batching how questions are gathered for the model
 * @param models which model to begin with and how others are loaded
 */
public record TaggingSettings(
    Set<String> tasks, int alternatives, Batching batching, ModelPlan models)
    implements Serializable {
  public TaggingSettings {
    tasks = Set.copyOf(tasks);
  }
}
