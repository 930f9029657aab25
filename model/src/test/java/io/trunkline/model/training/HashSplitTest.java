package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashSplitTest {
  private static final List<Example> EXAMPLES =
      IntStream.range(0, 5_000).mapToObj(i -> example("text number " + i, "a")).toList();

  @Test
  void setsAboutTheFractionAside() {
    HashSplit split = HashSplit.of(EXAMPLES, 0.1);
    assertThat(split.dev().size() / 5_000.0).isCloseTo(0.1, within(0.02));
    assertThat(split.train())
        .hasSize(5_000 - split.dev().size())
        .doesNotContainAnyElementsOf(split.dev());
  }

  @Test
  void theOrderOfTheExamplesDoesNotMatter() {
    List<Example> shuffled = new ArrayList<>(EXAMPLES);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(HashSplit.of(shuffled, 0.1).dev())
        .containsExactlyInAnyOrderElementsOf(HashSplit.of(EXAMPLES, 0.1).dev());
  }

  @Test
  void textsThatFoldToTheSameStayTogether() {
    for (int i = 0; i < 100; i++) {
      List<Example> alike =
          List.of(example("Text " + i, "a"), example("ＴＥＸＴ " + i, "b"), example("text " + i, "c"));
      assertThat(HashSplit.of(alike, 0.5).train().size()).isIn(0, 3);
    }
  }

  @Test
  void theExtremesSetNothingAndEverythingAside() {
    assertThat(HashSplit.of(EXAMPLES, 0).dev()).isEmpty();
    assertThat(HashSplit.of(EXAMPLES, 1).train()).isEmpty();
  }

  @Test
  void examplesWithALabelOfTheirOwnGoBackToTrain() {
    HashSplit split =
        new HashSplit(
            List.of(example("one", "a"), example("two", "b")),
            List.of(example("three", "a"), example("four", "c"), example("five", "c")));
    HashSplit mended = split.withEveryLabelInTrain();
    assertThat(mended.train())
        .extracting(Example::text)
        .containsExactly("one", "two", "four", "five");
    assertThat(mended.dev()).extracting(Example::text).containsExactly("three");
  }

  @Test
  void everyKindOfLabelStaysInTrain() {
    HashSplit split =
        new HashSplit(
            List.of(labelled("one", new LabelValue.Several(List.of("a", "b")))),
            List.of(
                labelled("two", new LabelValue.Several(List.of("b"))),
                labelled("three", new LabelValue.Several(List.of("b", "c"))),
                labelled("four", new LabelValue.Score(0.25)),
                labelled("five", new LabelValue.Spans(List.of(new LabelValue.Span(0, 4, "a"))))));
    assertThat(split.withEveryLabelInTrain().dev())
        .extracting(Example::text)
        .containsExactly("two", "four", "five");
  }

  private static Example labelled(String text, LabelValue value) {
    return new Example("", text, Map.of("task", value));
  }

  private static Example example(String text, String label) {
    return new Example("", text, Map.of("task", new LabelValue.One(label)));
  }
}
