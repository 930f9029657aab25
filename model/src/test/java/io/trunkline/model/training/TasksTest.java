package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.LabelValue.Score;
import io.trunkline.model.LabelValue.Several;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.LabelValue.Spans;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void tasksAndLabelsComeInAlphabeticalOrder() {
    assertThat(
            Tasks.infer(
                List.of(
                    example(Map.of("type", new One("who"), "language", new One("en"))),
                    example(Map.of("type", new One("what"))),
                    example(Map.of("type", new One("who"))))))
        .containsExactly(
            new Task("language", TaskKind.SINGLE_LABEL, List.of("en")),
            new Task("type", TaskKind.SINGLE_LABEL, List.of("what", "who")));
  }

  @Test
  void labelsAreCollectedFromEveryKindOfValue() {
    assertThat(
            Tasks.infer(
                List.of(
                    example(
                        Map.of(
                            "slots",
                            new Spans(List.of(new Span(0, 1, "y"), new Span(2, 3, "x"))),
                            "topics",
                            new Several(List.of("b", "a")))),
                    example(
                        Map.of(
                            "slots",
                            new Spans(List.of(new Span(0, 1, "y"))),
                            "topics",
                            new Several(List.of("b", "c")))))))
        .containsExactly(
            new Task("slots", TaskKind.SPANS, List.of("x", "y")),
            new Task("topics", TaskKind.MULTI_LABEL, List.of("a", "b", "c")));
  }

  @Test
  void aChoiceIsFilledFromTheData() {
    List<Example> examples =
        List.of(example(Map.of("mood", new One("good"), "type", new One("who"))));
    TaskChoice labelled =
        new TaskChoice(
            "mood",
            null,
            List.of("good", "bad"),
            1,
            true,
            5,
            List.of("type"),
            new TaskChoice.Abstain(0, 0));

    assertThat(Tasks.choose(List.of(labelled, TaskChoice.named("type")), examples))
        .containsExactly(
            new Task("mood", TaskKind.SINGLE_LABEL, List.of("good", "bad"), true, List.of("type")),
            new Task("type", TaskKind.SINGLE_LABEL, List.of("who")));
    assertThat(Tasks.choose(List.of(), examples)).isEqualTo(Tasks.infer(examples));
  }

  @Test
  void aChoiceThatTheDataLacksOrContradictsIsRefused() {
    List<Example> examples = List.of(example(Map.of("mood", new One("good"))));
    assertThatThrownBy(() -> Tasks.choose(List.of(TaskChoice.named("colour")), examples))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "the configuration names task colour, but no training example has a value for it");
    TaskChoice spans =
        new TaskChoice(
            "mood",
            TaskKind.SPANS,
            List.of(),
            1,
            false,
            5,
            List.of(),
            new TaskChoice.Abstain(0, 0));
    assertThatThrownBy(() -> Tasks.choose(List.of(spans), examples))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task mood is to be spans, but the data has single-label values for it");
  }

  @Test
  void whatAScoreCannotHaveIsRefused() {
    List<Example> examples = List.of(example(Map.of("stars", new Score(3))));
    assertThatThrownBy(
            () ->
                Tasks.choose(List.of(stars(List.of("a"), new TaskChoice.Abstain(0, 0))), examples))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task stars is a score, which has no labels, but the configuration names some");
    assertThatThrownBy(
            () -> Tasks.choose(List.of(stars(List.of(), new TaskChoice.Abstain(0.9, 0))), examples))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task stars is a score, which says nothing of its error to abstain by");
  }

  private static TaskChoice stars(List<String> labels, TaskChoice.Abstain abstain) {
    return new TaskChoice("stars", null, labels, 1, false, 5, List.of(), abstain);
  }

  @Test
  void otherKindsAreFoundToo() {
    assertThat(
            Tasks.infer(
                List.of(
                    example(Map.of("stars", new Score(3))),
                    example(Map.of("topics", new Several(List.of("x")))))))
        .extracting(Task::kind)
        .containsExactly(TaskKind.SCORE, TaskKind.MULTI_LABEL);
  }

  @Test
  void anEmptyListFitsSpansAndSeveralLabelsAlike() {
    LabelValue empty = new Several(List.of());
    LabelValue spans = new Spans(List.of(new Span(0, 1, "x")));
    for (List<Example> examples :
        List.of(
            List.of(example(Map.of("slots", empty)), example(Map.of("slots", spans))),
            List.of(example(Map.of("slots", spans)), example(Map.of("slots", empty))))) {
      assertThat(Tasks.infer(examples)).extracting(Task::kind).containsExactly(TaskKind.SPANS);
    }
  }

  @Test
  void aTaskOfTwoKindsIsRefused() {
    assertThatThrownBy(
            () ->
                Tasks.infer(
                    List.of(
                        new Example("e1", "x", Map.of("stars", new Score(3))),
                        new Example("e2", "x", Map.of("stars", new One("three"))))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "example e2: task stars has a single-label value, but a score value at example e1;"
                + " a task has one kind");
  }

  private static Example example(Map<String, LabelValue> labels) {
    return new Example("", "text", labels);
  }
}
