package io.trunkline.tagging.learner.examples;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Names;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * What may be said to be right for a task.
 *
 * @param name the task's name
 * @param kind what its values look like
 * @param labels its labels
 * @param open whether other labels may be said
 */
public record TaskRule(String name, TaskKind kind, List<String> labels, boolean open)
    implements Serializable {
  public TaskRule {
    labels = List.copyOf(labels);
  }

  /** The rules of all tasks of a model. One that another task reads cannot grow, open or not. */
  public static List<TaskRule> ofAll(List<Task> tasks) {
    return tasks.stream()
        .map(
            task -> {
              boolean isRead =
                  tasks.stream().anyMatch(other -> other.reads().contains(task.name()));
              return new TaskRule(task.name(), task.kind(), task.labels(), task.open() && !isRead);
            })
        .toList();
  }

  /**
   * Makes sure of a value.
   *
   * @param text what it was said of
   * @throws InvalidInputException if it may not be said
   */
  void check(LabelValue value, String text) {
    if (value.kind() != kind) {
      throw new InvalidInputException(
          "the value of task %s is %s, expected %s"
              .formatted(name, value.kind().title(), kind.title()));
    }
    if (value instanceof LabelValue.One one) {
      checkLabels(List.of(one.label()));
    } else if (value instanceof LabelValue.Several several) {
      checkLabels(several.labels());
      require(new HashSet<>(several.labels()).size() == several.labels().size(), "each label once");
    } else if (value instanceof LabelValue.Spans spans) {
      checkLabels(spans.spans().stream().map(LabelValue.Span::label).toList());
      checkPlaces(spans.spans(), text.codePointCount(0, text.length()));
    } else if (value instanceof LabelValue.Score score) {
      require(Double.isFinite(score.value()), "a finite number");
    }
  }

  private void checkLabels(List<String> given) {
    for (String label : given) {
      Names.require("a label of task " + name, label);
      if (!open && !labels.contains(label)) {
        throw new InvalidInputException(
            "the label '%s' is none of task %s, which takes no new ones".formatted(label, name));
      }
    }
  }

  private void checkPlaces(List<LabelValue.Span> spans, int length) {
    List<LabelValue.Span> inOrder =
        spans.stream().sorted(Comparator.comparingInt(LabelValue.Span::start)).toList();
    int end = 0;
    for (LabelValue.Span span : inOrder) {
      require(
          span.start() >= end && span.end() > span.start() && span.end() <= length,
          "spans that do not overlap, within the text's %d code points".formatted(length));
      end = span.end();
    }
  }

  private void require(boolean holds, String expected) {
    if (!holds) {
      throw new InvalidInputException(
          "the value of task %s is wrong, expected %s".formatted(name, expected));
    }
  }
}
