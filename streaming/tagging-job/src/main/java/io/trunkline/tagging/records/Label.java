package io.trunkline.tagging.records;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;

/**
 * What one model version says of one question for one task.
 *
 * @param eventId the question's id
 * @param answer what it says, with as many alternatives as the pipeline emits
 * @param outOfScope how unlike the model's training texts the question is, see {@link
 *     io.trunkline.model.Tagging}
 * @param model the version that made it
 * @param subtask the subtask of the tagging operator, from 0
 * @param batch the micro-batch within that subtask's run, from 0
 * @param producedAt when, in milliseconds since the epoch
 */
public record Label(
    String eventId,
    AnyPrediction answer,
    double outOfScope,
    ModelVersion model,
    int subtask,
    long batch,
    long producedAt) {

  public Label(
      String eventId,
      Prediction prediction,
      double outOfScope,
      ModelVersion model,
      int subtask,
      long batch,
      long producedAt) {
    this(eventId, AnyPrediction.of(prediction), outOfScope, model, subtask, batch, producedAt);
  }

  /** What it says. */
  public Prediction prediction() {
    return answer.get();
  }

  /** The task's name. */
  public String task() {
    return prediction().task();
  }
}
