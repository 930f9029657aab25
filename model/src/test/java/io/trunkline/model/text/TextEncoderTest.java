package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelSpec.Features;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncoderTest {
  private static final TextEncoder ENCODER =
      new TextEncoder(new Features(1 << 10, 32, 4), new Vocabulary(List.of("who", "is", "?")));

  @Test
  void tokensBecomeRowsOfTheWordTable() {
    assertThat(ENCODER.encode("Who is Ada?").words()).containsExactly(2, 3, 1, 4);
  }

  @Test
  void tokensBeyondTheLimitAreCutOff() {
    assertThat(ENCODER.encode("who who who who is").words()).containsExactly(2, 2, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "", " ", "🎉", "?!…", "\u0301", "\uFE0F"})
  void everyTextHasAtLeastOneTokenAndOneNgram(String text) {
    EncodedText encoded = ENCODER.encode(text);
    assertThat(encoded.words()).hasSizeBetween(1, 4).doesNotContain(Vocabulary.PADDING);
    assertThat(encoded.ngrams()).isNotEmpty();
  }

  @Test
  void tenThousandTokensAreCutToTheLimits() {
    EncodedText encoded = ENCODER.encode("word ".repeat(10_000));
    assertThat(encoded.words()).hasSize(4);
    assertThat(encoded.ngrams()).hasSize(32);
  }
}
