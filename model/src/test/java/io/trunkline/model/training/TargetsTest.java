package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.Target;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final List<String> LABELS = List.of("a", "b");
  private static final List<Token> TOKENS = Tokenizer.tokenize("wake me at 5pm");

  @Test
  void aLabelIsItsPlace() {
    assertThat(target(TaskKind.SINGLE_LABEL, new LabelValue.One("b")))
        .isEqualTo(new Target.OneClass(1));
  }

  @Test
  void severalLabelsHoldOrNot() {
    Target target = target(TaskKind.MULTI_LABEL, new LabelValue.Several(List.of("b")));
    assertThat(((Target.SeveralClasses) target).holds()).containsExactly(false, true);
  }

  @Test
  void spansAreTagsOfTheTokensThatTheyTouch() {
    // Tokens: wake, me, at, 5, pm. The first span ends within "me", which it covers all the same.
    LabelValue spans = new LabelValue.Spans(List.of(new Span(0, 6, "a"), new Span(11, 14, "b")));
    assertThat(((Target.Tags) target(TaskKind.SPANS, spans)).tags()).containsExactly(1, 2, 0, 3, 4);
  }

  @Test
  void anEmptyListIsNoSpanOfASpansTask() {
    Target target = target(TaskKind.SPANS, new LabelValue.Several(List.of()));
    assertThat(((Target.Tags) target).tags()).containsOnly(0).hasSize(5);
  }

  @Test
  void aTextWithoutTokensIsReadAsOneWordOutsideOfSpans() {
    Task task = new Task("t", TaskKind.SPANS, LABELS);
    Target target =
        new Targets(task, Calibration.NONE).of(example(new LabelValue.Spans(List.of())), List.of());
    assertThat(((Target.Tags) target).tags()).containsExactly(0);
  }

  @Test
  void aScoreIsCountedInDeviationsFromTheMean() {
    Task task = new Task("t", TaskKind.SCORE, List.of());
    Calibration scale = new Calibration(1, List.of(), 0, 3, 2);
    assertThat(new Targets(task, scale).of(example(new LabelValue.Score(7)), TOKENS))
        .isEqualTo(new Target.Number(2));
  }

  @Test
  void theScaleIsMeanAndDeviationOfTheValues() {
    Task task = new Task("t", TaskKind.SCORE, List.of());
    Calibration scale =
        Scale.of(
            task,
            List.of(
                example(new LabelValue.Score(1)),
                example(new LabelValue.Score(5)),
                new Example("", "x", Map.of())));
    assertThat(scale.mean()).isEqualTo(3);
    assertThat(scale.deviation()).isEqualTo(2);
    assertThat(Scale.of(task, List.of(example(new LabelValue.Score(4)))).deviation()).isEqualTo(1);
  }

  @Test
  void whatIsNotLabelledHasNoTarget() {
    Task task = new Task("other", TaskKind.SINGLE_LABEL, LABELS);
    assertThat(new Targets(task, Calibration.NONE).of(example(new LabelValue.One("a")), TOKENS))
        .isNull();
  }

  @Test
  void anUnknownLabelAndAnotherKindAreRefused() {
    assertThatThrownBy(
            () -> target(TaskKind.MULTI_LABEL, new LabelValue.Several(List.of("a", "c"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("training example e has label c of task t, which is not among its labels");
    assertThatThrownBy(() -> target(TaskKind.SPANS, new LabelValue.One("a")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("example e has a single-label value for task t, which is spans");
  }

  private static @Nullable Target target(TaskKind kind, LabelValue value) {
    return new Targets(new Task("t", kind, LABELS), Calibration.NONE).of(example(value), TOKENS);
  }

  private static Example example(LabelValue value) {
    return new Example("e", "wake me at 5pm", Map.of("t", value));
  }
}
