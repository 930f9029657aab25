package io.trunkline.model;

import java.util.List;

/** What a model says of one text for one task; its type is the task's kind. */
public sealed interface Prediction {
  /** The task's name. */
  String task();

  /**
   * Whether the model is too unsure for its answer to be used. The answer is kept, for people to
   * look at.
   */
  boolean abstained();

  /** The answer without its scores, as people give it. */
  LabelValue value();

  /**
   * Of a single-label task.
   *
   * @param ranking every label of the task, most likely first; scores sum to 1
   */
  record OneLabel(String task, List<ScoredLabel> ranking, boolean abstained) implements Prediction {
    public OneLabel {
      ranking = List.copyOf(ranking);
    }

    /** The most likely label. */
    public ScoredLabel best() {
      return ranking.get(0);
    }

    @Override
    public LabelValue value() {
      return new LabelValue.One(best().label());
    }
  }

  /**
   * Of a multi-label task. Each score is that of its label alone.
   *
   * @param labels those that hold, most likely first; perhaps none
   * @param others those that do not hold, most likely first
   */
  record SeveralLabels(
      String task, List<ScoredLabel> labels, List<ScoredLabel> others, boolean abstained)
      implements Prediction {
    public SeveralLabels {
      labels = List.copyOf(labels);
      others = List.copyOf(others);
    }

    @Override
    public LabelValue value() {
      return new LabelValue.Several(labels.stream().map(ScoredLabel::label).toList());
    }
  }

  /**
   * Of a spans task.
   *
   * @param spans in reading order, none overlapping another; perhaps none
   */
  record Spans(String task, List<ScoredSpan> spans, boolean abstained) implements Prediction {
    public Spans {
      spans = List.copyOf(spans);
    }

    @Override
    public LabelValue value() {
      return new LabelValue.Spans(
          spans.stream()
              .map(span -> new LabelValue.Span(span.start(), span.end(), span.label()))
              .toList());
    }
  }

  /**
   * Of a score task.
   *
   * @param number the expected number
   */
  record Score(String task, double number, boolean abstained) implements Prediction {
    @Override
    public LabelValue value() {
      return new LabelValue.Score(number);
    }
  }
}
