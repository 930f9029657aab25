package io.trunkline.model;

import java.util.List;

/**
 * What a model says of one text.
 *
 * @param predictions one a task, in the order of the model's tasks
 * @param outOfScope how unlike the training texts it is; greater is stranger, comparable within one
 *     model
 */
public record Tagging(List<Prediction> predictions, double outOfScope) {
  public Tagging {
    predictions = List.copyOf(predictions);
  }
}
