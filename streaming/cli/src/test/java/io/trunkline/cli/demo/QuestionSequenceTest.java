package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class QuestionSequenceTest {
  private static final Example FIRST = new Example("a", "What is light?", Map.of());
  private static final Example SECOND = new Example("a", "什么是光？", Map.of());

  @Test
  void moreEventsThanQuestionsAskThemAgainUnderFreshIds() {
    List<Asked> asked = new ArrayList<>();
    new QuestionSequence(List.of(FIRST, SECOND), OptionalLong.of(3), () -> 7)
        .forEachRemaining(asked::add);

    assertThat(asked)
        .containsExactly(
            new Asked("demo-1", FIRST, 7),
            new Asked("demo-2", SECOND, 7),
            new Asked("demo-3", FIRST, 7));
  }

  @Test
  void withoutANumberOfEventsItHasNoEnd() {
    QuestionSequence questions =
        new QuestionSequence(List.of(FIRST), OptionalLong.empty(), () -> 0);
    for (int i = 0; i < 1000; i++) {
      questions.next();
    }
    assertThat(questions.hasNext()).isTrue();
  }

  @Test
  void anEmptyStreamIsRefused() {
    assertThatThrownBy(() -> new QuestionSequence(List.of(), OptionalLong.of(1), () -> 0))
        .isInstanceOf(InvalidInputException.class);
  }
}
