package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncoderTest {
  private static final TextEncoder ENCODER =
      encoder(new Features(1 << 10, 32, 4), List.of("who", "is", "?"));

  @Test
  void tokensBecomeRowsOfTheWordTable() {
    assertThat(encode("Who is Ada?").words()).containsExactly(2, 3, 1, 4);
  }

  @Test
  void tokensBeyondTheLimitAreCutOff() {
    assertThat(encode("who who who who is").words()).containsExactly(2, 2, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "", " ", "🎉", "?!…", "\u0301", "\uFE0F"})
  void everyTextHasAtLeastOneToken(String text) {
    EncodedText encoded = encode(text);
    assertThat(encoded.words()).hasSizeBetween(1, 4).doesNotContain(Vocabulary.PADDING);
  }

  @Test
  void tenThousandTokensAreCutToTheLimits() {
    EncodedText encoded = encode("word ".repeat(10_000));
    assertThat(encoded.words()).hasSize(4);
    assertThat(encoded.wordNgrams().length + encoded.characterNgrams().length).isEqualTo(32);
  }

  @Test
  void onlyTheNamedAttributesAreRead() {
    TextEncoder reading =
        encoder(new Features(1 << 10, 32, 4, List.of("grade", "source")), List.of("who"));
    int[] plain = reading.encode(Text.of("who")).wordNgrams();
    int[] grade =
        reading.encode(new Text("who", Map.of("grade", "9", "colour", "red"))).wordNgrams();
    int[] source = reading.encode(new Text("who", Map.of("source", "9"))).wordNgrams();
    assertThat(grade).hasSize(plain.length + 1).endsWith(plain);
    assertThat(source).hasSize(plain.length + 1).endsWith(plain);
    assertThat(source[0]).isNotEqualTo(grade[0]);
  }

  /** An encoder that knows the n-grams of the texts here. */
  private static TextEncoder encoder(Features features, List<String> words) {
    List<Text> known =
        List.of(
            Text.of("word ".repeat(100)),
            Text.of("\u200B"),
            new Text("who", Map.of("grade", "9")),
            new Text("who", Map.of("source", "9")));
    return new TextEncoder(
        features,
        new Vocabulary(words),
        NgramIndex.of(known.stream().map(text -> TextEncoder.ngrams(text, features)).toList(), 64));
  }

  private static EncodedText encode(String text) {
    return ENCODER.encode(Text.of(text));
  }
}
