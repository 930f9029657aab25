package io.trunkline.model;

import java.util.List;

/**
 * What a model says of one text for one single-label task.
 *
 * @param task the task's name
 * @param ranking every label of the task, most likely first; scores sum to 1
 */
public record Prediction(String task, List<ScoredLabel> ranking) {
  public Prediction {
    ranking = List.copyOf(ranking);
  }

  /** The most likely label. */
  public ScoredLabel best() {
    return ranking.get(0);
  }
}
