package io.trunkline.model;

import java.util.List;

/** The right value of one task for one text; its type is the task's kind. */
public sealed interface LabelValue {
  /** The kind of task that has values of this type. */
  TaskKind kind();

  /** One label. */
  record One(String label) implements LabelValue {
    @Override
    public TaskKind kind() {
      return TaskKind.SINGLE_LABEL;
    }
  }

  /** Every label that holds, perhaps none. */
  record Several(List<String> labels) implements LabelValue {
    public Several {
      labels = List.copyOf(labels);
    }

    @Override
    public TaskKind kind() {
      return TaskKind.MULTI_LABEL;
    }
  }

  /** Labelled stretches, perhaps none. */
  record Spans(List<Span> spans) implements LabelValue {
    public Spans {
      spans = List.copyOf(spans);
    }

    @Override
    public TaskKind kind() {
      return TaskKind.SPANS;
    }
  }

  /** A finite number. */
  record Score(double value) implements LabelValue {
    @Override
    public TaskKind kind() {
      return TaskKind.SCORE;
    }
  }

  /**
   * A labelled stretch of a text.
   *
   * @param start first position in Unicode code points, from 0
   * @param end one past the last position; greater than {@code start}
   * @param label what it is
   */
  record Span(int start, int end, String label) {}
}
