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

  /** The kind of task that it is an answer to. */
  TaskKind kind();

  /** The answer without its scores, as people give it. */
  LabelValue value();

  /** The labels that came next, most likely first; none of spans and scores. */
  default List<ScoredLabel> alternatives() {
    return List.of();
  }

  /** The same answer with so many alternatives at the most. */
  default Prediction withAlternatives(int most) {
    return this;
  }

  /**
   * Of a single-label task.
   *
   * @param ranking the labels of the task, most likely first, at least one; a model gives all of
   *     them, and then scores sum to 1
   */
  record OneLabel(String task, List<ScoredLabel> ranking, boolean abstained) implements Prediction {
    public OneLabel {
      ranking = ranking instanceof Ranking ? ranking : List.copyOf(ranking);
    }

    /** The most likely label. */
    public ScoredLabel best() {
      return ranking.get(0);
    }

    @Override
    public TaskKind kind() {
      return TaskKind.SINGLE_LABEL;
    }

    @Override
    public LabelValue value() {
      return new LabelValue.One(best().label());
    }

    @Override
    public List<ScoredLabel> alternatives() {
      return ranking.subList(1, ranking.size());
    }

    @Override
    public OneLabel withAlternatives(int most) {
      List<ScoredLabel> first =
          ranking instanceof Ranking all
              ? all.first(1 + most)
              : ranking.subList(0, Math.min(1 + most, ranking.size()));
      return new OneLabel(task, first, abstained);
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
    public TaskKind kind() {
      return TaskKind.MULTI_LABEL;
    }

    @Override
    public LabelValue value() {
      return new LabelValue.Several(labels.stream().map(ScoredLabel::label).toList());
    }

    @Override
    public List<ScoredLabel> alternatives() {
      return others;
    }

    @Override
    public SeveralLabels withAlternatives(int most) {
      return new SeveralLabels(
          task, labels, others.subList(0, Math.min(most, others.size())), abstained);
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
    public TaskKind kind() {
      return TaskKind.SPANS;
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
    public TaskKind kind() {
      return TaskKind.SCORE;
    }

    @Override
    public LabelValue value() {
      return new LabelValue.Score(number);
    }
  }
}
