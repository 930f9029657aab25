package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Plain ASCII, with CAPITALS.",
        "Straße ＡＢＣ ﬁle №5 Ⅳ",
        "cafe\u0301 x\u0323\u0307y か\u3099 ｱﾊﾟｰﾄ",
        "\uFEFFin\u00ADvisi\u200Dble \u2764\uFE0F",
        "\u1112\u1161\u11AB\u1100\u116E\u11A8 한국어", // Hangul in pieces and whole
        "谁发明了电话？😀 हिन्दी ½",
        "İstanbul ŉ ΐ ΟΔΟΣ"
      })
  void foldingPieceByPieceIsFoldingTheWhole(String text) {
    assertThat(FoldedText.of(text).text()).isEqualTo(Folding.fold(text));
  }

  @Test
  void aFoldedCharacterKnowsItsPiece() {
    FoldedText folded = FoldedText.of("😀Éß");
    assertThat(folded.text()).isEqualTo("😀éss");
    assertThat(folded.starts()).startsWith(0, 0, 1, 2, 2);
    assertThat(folded.ends()).startsWith(1, 1, 2, 3, 3);
    assertThat(folded.capital()).startsWith(false, false, true, false, false);
  }

  @Test
  void whatVanishesBelongsToTheCharacterBeforeIt() {
    FoldedText folded = FoldedText.of("a\u00ADb");
    assertThat(folded.text()).isEqualTo("ab");
    assertThat(folded.starts()).startsWith(0, 2);
    assertThat(folded.ends()).startsWith(2, 3);
  }
}
