package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final String LONG = "abcdefghij ".repeat(1_000);

  @Test
  void withoutNoiseAnExampleIsItself() {
    Example example = example("wake me at five", new Span(11, 15, "time"));
    assertThat(Noise.NONE.disturb(example, new SplittableRandom(1))).isSameAs(example);
  }

  @Test
  void aWordIsDroppedHalfAsOftenAsItIsTouched() {
    Example noisy = new Noise(0.2, 0).disturb(example(LONG), new SplittableRandom(1));
    long words = noisy.text().split("abcdefghij", -1).length - 1;
    // One word in ten is dropped; a swap of equal words shows no difference. A swap takes its
    // neighbour with it, so that a little less than 0.2 of the words are drawn for.
    assertThat(words / 1_000.0).isCloseTo(0.91, within(0.04));
    assertThat(noisy.text().trim().split(" +")).containsOnly("abcdefghij");
  }

  @Test
  void aCharacterKeepsToItsRate() {
    Example noisy = new Noise(0, 0.1).disturb(example(LONG), new SplittableRandom(1));
    String[] words = noisy.text().split(" ");
    long intact = List.of(words).stream().filter("abcdefghij"::equals).count();
    // 0.9^10 of the words have no slip; of the rest a replacement by itself is one in a hundred.
    assertThat(intact / 1_000.0).isCloseTo(Math.pow(0.9, 10), within(0.05));
    // What is left out and what is doubled is as much.
    assertThat(noisy.text().length() / (double) LONG.length()).isCloseTo(1, within(0.02));
  }

  @Test
  void spansKeepToTheirCharacters() {
    // Capitals in the one span, digits in the other, and nowhere else.
    Example example =
        example("set AB CD EFG for 12 34 o", new Span(4, 13, "name"), new Span(18, 23, "time"));
    for (int seed = 0; seed < 500; seed++) {
      Example noisy = new Noise(0.3, 0.3).disturb(example, new SplittableRandom(seed));
      LabelValue.Spans spans = (LabelValue.Spans) noisy.labels().get("slots");
      for (Span span : spans.spans()) {
        Set<Integer> kinds =
            noisy
                .text()
                .substring(span.start(), span.end())
                .chars()
                .map(Character::getType)
                .boxed()
                .collect(Collectors.toSet());
        assertThat(span.start()).isNotNegative().isLessThan(span.end());
        assertThat(kinds).isNotEmpty();
      }
      assertThat(spans.spans()).isSortedAccordingTo((a, b) -> Integer.compare(a.end(), b.start()));
    }
  }

  @Test
  void wordsMoveWithTheirSpans() {
    Example example =
        example("set AB CD EFG for 12 34 o", new Span(4, 13, "name"), new Span(18, 23, "time"));
    for (int seed = 0; seed < 500; seed++) {
      Example noisy = new Noise(0.5, 0).disturb(example, new SplittableRandom(seed));
      for (Span span : ((LabelValue.Spans) noisy.labels().get("slots")).spans()) {
        String stretch = noisy.text().substring(span.start(), span.end());
        String outside =
            noisy.text().substring(0, span.start()) + noisy.text().substring(span.end());
        String own = span.label().equals("name") ? "[A-G ]*" : "[1-4 ]*";
        assertThat(stretch).matches(own);
        assertThat(outside).doesNotContainPattern(own.replace(" ]*", "]"));
      }
    }
  }

  @Test
  void whatWouldComeOutBlankStaysAsItIs() {
    Example example = example("a");
    for (int seed = 0; seed < 100; seed++) {
      assertThat(new Noise(0.9, 0.9).disturb(example, new SplittableRandom(seed)).text())
          .isNotBlank();
    }
  }

  @Test
  void otherLabelsAttributesAndCharactersBeyondTheBasicPlaneAreKept() {
    Example example =
        new Example(
            "id", "🙂 😀 hello", Map.of("course", "art"), Map.of("t", new LabelValue.One("x")));
    for (int seed = 0; seed < 100; seed++) {
      Example noisy = new Noise(0.3, 0.5).disturb(example, new SplittableRandom(seed));
      assertThat(noisy.labels()).isEqualTo(example.labels());
      assertThat(noisy.attributes()).isEqualTo(example.attributes());
      assertThat(noisy.text().codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }
  }

  private static Example example(String text, Span... spans) {
    return new Example("", text, Map.of("slots", new LabelValue.Spans(List.of(spans))));
  }
}
