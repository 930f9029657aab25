package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private final List<String> warnings = new ArrayList<>();

  @Test
  void scoresEachTaskOnTheExamplesLabelledForIt() {
    List<Example> examples =
        List.of(
            example("a", Map.of("first", "a", "length", "one")),
            example("bb", Map.of("first", "b", "length", "one")),
            example("ab", Map.of("first", "b")));

    Evaluation evaluation = Evaluator.evaluate(new Letters(), examples, warnings::add);

    assertThat(evaluation.examples()).isEqualTo(3);
    assertThat(evaluation.tasks().keySet()).containsExactly("first", "length");
    assertThat(evaluation.tasks().get("first").n()).isEqualTo(3);
    assertThat(evaluation.tasks().get("first").figures())
        .containsEntry(Metric.ACCURACY, 2 / 3.0)
        .containsEntry(Metric.MACRO_F1, 2 / 3.0);
    assertThat(evaluation.tasks().get("length").n()).isEqualTo(2);
    assertThat(evaluation.tasks().get("length").figures())
        .containsEntry(Metric.ACCURACY, 0.5)
        .containsEntry(Metric.MACRO_F1, (2 / 3.0 + 0) / 2);
    assertThat(warnings).isEmpty();
  }

  @Test
  void goesThroughMoreExamplesThanABatchHas() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      examples.add(example(i % 3 == 0 ? "b" : "a", Map.of("first", "a", "length", "one")));
    }

    TaskScore score =
        Evaluator.evaluate(new Letters(), examples, warnings::add).tasks().get("first");

    assertThat(score.n()).isEqualTo(300);
    assertThat(score.figures()).containsEntry(Metric.ACCURACY, 200 / 300.0);
  }

  @Test
  void warnsOfTasksThatOnlyOneSideHas() {
    List<Example> examples = List.of(example("a", Map.of("first", "a", "mood", "good")));

    Evaluation evaluation = Evaluator.evaluate(new Letters(), examples, warnings::add);

    assertThat(evaluation.tasks()).containsOnlyKeys("first");
    assertThat(warnings)
        .containsExactly(
            "task mood is left out: the model lacks it",
            "task length is left out: no example is labelled for it");
  }

  @Test
  void aRightLabelThatTheModelLacksCountsAsMissed() {
    List<Example> examples = List.of(example("z", Map.of("first", "z")));

    TaskScore score =
        Evaluator.evaluate(new Letters(), examples, warnings::add).tasks().get("first");

    assertThat(score.figures())
        .containsEntry(Metric.ACCURACY, 0.0)
        .containsEntry(Metric.MACRO_F1, 0.0);
  }

  @Test
  void anEmptyListMeansNoSpansToASpansTask() {
    List<Example> examples =
        List.of(new Example("", "a", Map.of("where", new LabelValue.Several(List.of()))));

    TaskScore score =
        Evaluator.evaluate(new NothingFound(), examples, warnings::add).tasks().get("where");

    assertThat(score.figures()).containsEntry(Metric.ACCURACY, 1.0);
  }

  @Test
  void refusesATaskOfAnotherKind() {
    List<Example> examples =
        List.of(new Example("", "a", Map.of("first", new LabelValue.Score(1))));

    assertThatThrownBy(() -> Evaluator.evaluate(new Letters(), examples, warnings::add))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task first is score in the data, but single-label in the model");
  }

  private static Example example(String text, Map<String, String> labels) {
    Map<String, LabelValue> values = new HashMap<>();
    labels.forEach((task, label) -> values.put(task, new LabelValue.One(label)));
    return new Example("", text, values);
  }

  /** Says the first letter of a text, a or else b, and whether it has one letter or more. */
  private static final class Letters implements Tagger {
    @Override
    public List<Task> tasks() {
      return List.of(
          new Task("first", TaskKind.SINGLE_LABEL, List.of("a", "b")),
          new Task("length", TaskKind.SINGLE_LABEL, List.of("one", "more")));
    }

    @Override
    public List<Tagging> tag(List<Text> texts) {
      return texts.stream()
          .map(
              text ->
                  new Tagging(
                      List.of(
                          ranking("first", text.content().startsWith("a") ? "a" : "b", "?"),
                          ranking("length", text.content().length() == 1 ? "one" : "more", "?")),
                      0))
          .toList();
    }

    private static Prediction ranking(String task, String best, String other) {
      return new Prediction.OneLabel(
          task, List.of(new ScoredLabel(best, 0.75), new ScoredLabel(other, 0.25)), false);
    }

    @Override
    public void close() {}
  }

  /** Finds no spans. */
  private static final class NothingFound implements Tagger {
    @Override
    public List<Task> tasks() {
      return List.of(new Task("where", TaskKind.SPANS, List.of("here")));
    }

    @Override
    public List<Tagging> tag(List<Text> texts) {
      return texts.stream()
          .map(text -> new Tagging(List.of(new Prediction.Spans("where", List.of(), false)), 0))
          .toList();
    }

    @Override
    public void close() {}
  }
}
