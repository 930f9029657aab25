package io.trunkline.model.gate;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores two models' answers text by text, and sorts the scores by what they are evidence of. */
final class Contest {
  private final Map<String, TaskPair> tasks;
  private final ScoreScales scales;
  private final SortedMap<Subject, List<PairedScore>> scores = new TreeMap<>(Subject.ORDER);
  private int ofAnotherKind;

  Contest(List<Task> champion, List<Task> candidate, ScoreScales scales) {
    tasks = TaskPair.of(champion, candidate);
    this.scales = scales;
  }

  /** Scores the answers to one example, in every task it is labelled for. */
  void add(Comparison.Examples examples, Example example, Tagging champion, Tagging candidate) {
    Map<String, Prediction> before = byTask(champion);
    Map<String, Prediction> after = byTask(candidate);
    tasks.forEach(
        (name, pair) -> {
          LabelValue value = example.labels().get(name);
          if (value != null) {
            Optional<LabelValue> right = pair.ofKind(value);
            right
                .map(is -> new Answers(name, examples, is, before.get(name), after.get(name)))
                .ifPresent(answers -> answers.score(pair, scales.of(name), this::put));
            ofAnotherKind += right.isPresent() ? 0 : 1;
          }
        });
  }

  /** The scores, by subject in their order. */
  SortedMap<Subject, List<PairedScore>> scores() {
    return Collections.unmodifiableSortedMap(scores);
  }

  /** The tasks that no example tells anything of, by name. */
  List<String> withoutEvidence() {
    List<String> names = new ArrayList<>(tasks.keySet());
    scores.keySet().forEach(subject -> names.remove(subject.task()));
    return names;
  }

  /** How many values were left out because they are of another kind than their task. */
  int ofAnotherKind() {
    return ofAnotherKind;
  }

  private void put(Subject subject, PairedScore score) {
    scores.computeIfAbsent(subject, unused -> new ArrayList<>()).add(score);
  }

  private static Map<String, Prediction> byTask(Tagging tagging) {
    Map<String, Prediction> byTask = new HashMap<>();
    tagging.predictions().forEach(answer -> byTask.put(answer.task(), answer));
    return byTask;
  }
}
