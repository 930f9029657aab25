package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
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
    assertThat(text(folded(text))).isEqualTo(Folding.fold(text));
  }

  @Test
  void aFoldedCharacterKnowsItsPiece() {
    FoldedText folded = folded("😀Éß");
    assertThat(text(folded)).isEqualTo("😀éss");
    assertThat(IntStream.range(0, 5).map(folded::start)).containsExactly(0, 0, 1, 2, 2);
    assertThat(IntStream.range(0, 5).map(folded::end)).containsExactly(1, 1, 2, 3, 3);
    assertThat(IntStream.range(0, 5).mapToObj(folded::isCapital))
        .containsExactly(false, false, true, false, false);
  }

  @Test
  void whatVanishesBelongsToTheCharacterBeforeIt() {
    FoldedText folded = folded("a\u00ADb");
    assertThat(text(folded)).isEqualTo("ab");
    assertThat(IntStream.range(0, 2).map(folded::start)).containsExactly(0, 2);
    assertThat(IntStream.range(0, 2).map(folded::end)).containsExactly(2, 3);
  }

  @Test
  void nothingIsLeftOfTheTextBefore() {
    FoldedText folded = folded("A longer text, ½ of it in CAPITALS");
    folded.read("ab");
    assertThat(text(folded)).isEqualTo("ab");
    assertThat(folded.isCapital(0)).isFalse();
  }

  private static FoldedText folded(String text) {
    FoldedText folded = new FoldedText();
    folded.read(text);
    return folded;
  }

  private static String text(FoldedText folded) {
    return new String(folded.characters(), 0, folded.length());
  }
}
