package io.trunkline.model.evaluation;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares a tagger's answers with the right ones. */
public final class Evaluator {
  private static final int BATCH = 128;

  private Evaluator() {}

  /**
   * Tags the examples and scores every task. A task of the examples that the model lacks is left
   * out with a warning, and so is a task of the model that no example is labelled for. A right
   * label that is not in the model's label set counts as missed.
   *
   * @throws InvalidInputException if the examples have a task of the model with another kind
   */
  public static Evaluation evaluate(
      Tagger tagger, List<Example> examples, Consumer<String> warning) {
    warnOfUnknownTasks(tagger.tasks(), examples, warning);
    Map<String, Metrics> metrics = new LinkedHashMap<>();
    tagger.tasks().forEach(task -> metrics.put(task.name(), Metrics.of(task.kind())));
    for (int from = 0; from < examples.size(); from += BATCH) {
      List<Example> batch = examples.subList(from, Math.min(from + BATCH, examples.size()));
      List<Tagging> tagged = tagger.tag(batch.stream().map(Example::input).toList());
      for (int i = 0; i < batch.size(); i++) {
        compare(batch.get(i), tagged.get(i), metrics);
      }
    }
    return new Evaluation(examples.size(), scores(metrics, warning));
  }

  private static void compare(Example example, Tagging tagged, Map<String, Metrics> metrics) {
    for (Prediction given : tagged.predictions()) {
      LabelValue right = example.labels().get(given.task());
      Metrics compared = metrics.get(given.task());
      if (right != null && compared != null) {
        compared.add(ofKind(given.kind(), right, given.task()), given);
      }
    }
  }

  private static LabelValue ofKind(TaskKind kind, LabelValue right, String task) {
    if (right.kind() == kind) {
      return right;
    }
    // An empty list reads as several labels, whether labels or spans are meant.
    if (kind == TaskKind.SPANS && right.equals(new LabelValue.Several(List.of()))) {
      return new LabelValue.Spans(List.of());
    }
    throw new InvalidInputException(
        "task %s is %s in the data, but %s in the model"
            .formatted(task, right.kind().title(), kind.title()));
  }

  private static Map<String, TaskScore> scores(
      Map<String, Metrics> metrics, Consumer<String> warning) {
    Map<String, TaskScore> scores = new LinkedHashMap<>();
    metrics.forEach(
        (task, compared) -> {
          TaskScore score = compared.score();
          if (score.n() == 0) {
            warning.accept("task " + task + " is left out: no example is labelled for it");
          } else {
            scores.put(task, score);
          }
        });
    return scores;
  }

  private static void warnOfUnknownTasks(
      List<Task> tasks, List<Example> examples, Consumer<String> warning) {
    Set<String> known = tasks.stream().map(Task::name).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    examples.forEach(example -> unknown.addAll(example.labels().keySet()));
    unknown.removeAll(known);
    unknown.forEach(task -> warning.accept("task " + task + " is left out: the model lacks it"));
  }
}
