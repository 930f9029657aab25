package io.trunkline.model.gate;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Answers tasks as a test says. */
final class Scripted implements Tagger {
  private final List<Task> tasks = new ArrayList<>();
  private final List<Function<String, Prediction>> answers = new ArrayList<>();

  /** Adds a task. */
  Scripted answering(Task task, Function<String, Prediction> answer) {
    tasks.add(task);
    answers.add(answer);
    return this;
  }

  /** Adds a single-label task; the answer lists labels, each with half the one before's odds. */
  Scripted answering(String task, List<String> labels, Function<String, List<String>> ranking) {
    return answering(
        new Task(task, TaskKind.SINGLE_LABEL, labels), text -> one(task, ranking.apply(text)));
  }

  private static Prediction one(String task, List<String> ranking) {
    double[] odds = new double[ranking.size()];
    Arrays.setAll(odds, i -> Math.pow(0.5, i));
    double all = Arrays.stream(odds).sum();
    List<ScoredLabel> scored = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      scored.add(new ScoredLabel(ranking.get(i), odds[i] / all));
    }
    return new Prediction.OneLabel(task, scored, false);
  }

  @Override
  public List<Task> tasks() {
    return tasks;
  }

  @Override
  public List<Tagging> tag(List<Text> texts) {
    return texts.stream()
        .map(
            text ->
                new Tagging(
                    answers.stream().map(answer -> answer.apply(text.content())).toList(), 0))
        .toList();
  }

  @Override
  public void close() {}
}
