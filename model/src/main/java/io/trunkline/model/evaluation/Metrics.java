package io.trunkline.model.evaluation;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.TaskKind;

/** Compares the answers to one task with the right ones, text by text. */
public interface Metrics {
  /** Nothing compared yet, for a task of a kind. */
  static Metrics of(TaskKind kind) {
    return switch (kind) {
      case SINGLE_LABEL -> new OneLabelMetrics();
      case MULTI_LABEL -> new SeveralLabelsMetrics();
      case SPANS -> new SpansMetrics();
      case SCORE -> new ScoreMetrics();
    };
  }

  /**
   * Compares the answer to one text. Both must be of the kind. A right label that the model lacks
   * counts as missed.
   */
  void add(LabelValue right, Prediction given);

  /** What the comparisons so far come to. */
  TaskScore score();
}
