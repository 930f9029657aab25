package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Hello World, hello world",
    "ＡＢＣ１２３！, abc123!", // full-width letters, digits, punctuation
    "ｱﾊﾟｰﾄ, アパート", // half-width Katakana with a voicing mark
    "Straße STRASSE, strasse strasse",
    "ΟΔΟΣ οδος, οδοσ οδοσ", // the final sigma is the same letter
    "ﬁle №5, file no5", // compatibility characters
    "Ⅳ, iv",
    "ÉCOLE, école",
  })
  void textsThatReadTheSameFoldToTheSame(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Test
  void composedAndDecomposedAccentsAreTheSame() {
    assertThat(Folding.fold("cafe\u0301")).isEqualTo(Folding.fold("caf\u00e9")).hasSize(4);
  }

  @Test
  void invisibleCharactersVanish() {
    assertThat(Folding.fold("\uFEFFin\u00ADvisi\u200Dble \u2764\uFE0F"))
        .isEqualTo("invisible \u2764");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Straße", "ＡＢＣ", "İstanbul", "ﬁ", "ΐ", "Ǆ", "뷁", "ｶﾞ", "ŉ"})
  void foldingTwiceChangesNothing(String text) {
    String once = Folding.fold(text);
    assertThat(Folding.fold(once)).isEqualTo(once);
  }
}
