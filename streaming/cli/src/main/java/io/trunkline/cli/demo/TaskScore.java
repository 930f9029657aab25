package io.trunkline.cli.demo;

import io.trunkline.model.LabelValue;
import io.trunkline.model.TaskKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one task: how many labels, and how those that can be judged compare with the
 * right ones.
 */
final class TaskScore {
  private long labels;
  private @Nullable TaskKind kind;
  private long judged;
  private long right;
  private long given;
  private long hits;
  private double error;

  void count() {
    labels++;
  }

  /** Compares a label with the right one, where one of its kind is known. */
  void judge(LabelValue value, @Nullable LabelValue expected) {
    if (expected == null || expected.kind() != value.kind()) {
      return;
    }
    kind = value.kind();
    judged++;
    if (value instanceof LabelValue.Score number) {
      error += Math.abs(number.value() - ((LabelValue.Score) expected).value());
    } else {
      Set<?> answers = Answers.of(value);
      Set<Object> both = new HashSet<>(Answers.of(expected));
      right += both.size();
      given += answers.size();
      both.retainAll(answers);
      hits += both.size();
    }
  }

  long labels() {
    return labels;
  }

  /** How good they are; empty as long as no right label was known. */
  Optional<Figure> figure() {
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case SINGLE_LABEL -> new Figure(Figure.Measure.ACCURACY, (double) hits / judged);
          // Nothing to find and nothing found is as right as can be.
          case MULTI_LABEL, SPANS ->
              new Figure(Figure.Measure.F1, right + given == 0 ? 1 : 2.0 * hits / (right + given));
          case SCORE -> new Figure(Figure.Measure.MAE, error / judged);
        });
  }
}
