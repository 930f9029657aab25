package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.text.Token.Form;
import io.trunkline.model.text.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  @Test
  void englishIsCutIntoWordsNumbersAndPunctuation() {
    assertThat(words("What's Flink 2.3, anyway?!"))
        .containsExactly("what", "'", "s", "flink", "2", ".", "3", ",", "anyway", "?", "!");
  }

  @Test
  void lettersAndDigitsAreApart() {
    assertThat(words("5pm mp3")).containsExactly("5", "pm", "mp", "3");
  }

  @Test
  void everyChineseCharacterIsAToken() {
    assertThat(words("谁发明了电话？")).containsExactly("谁", "发", "明", "了", "电", "话", "?");
  }

  @Test
  void everyKanaAndHangulSyllableIsAToken() {
    assertThat(words("カードの 한국어")).containsExactly("カ", "ー", "ド", "の", "한", "국", "어");
  }

  @Test
  void mixedTextKeepsLatinWordsWhole() {
    assertThat(words("用Flink处理1000条")).containsExactly("用", "flink", "处", "理", "1000", "条");
    assertThat(Tokenizer.tokenize("用Flink1"))
        .extracting(Token::kind)
        .containsExactly(Kind.CJK, Kind.WORD, Kind.NUMBER);
  }

  @Test
  void fullWidthTextIsLikeHalfWidthText() {
    assertThat(words("Ｗｈａｔ　ｉｓ　３？")).isEqualTo(words("what is 3?"));
  }

  @Test
  void eachEmojiIsAToken() {
    assertThat(words("ok👍🎉")).containsExactly("ok", "👍", "🎉");
  }

  @Test
  void combiningMarksStayWithWhatTheyMark() {
    assertThat(words("x\u0323y a")).containsExactly("x\u0323y", "a");
    assertThat(words("हिन्दी")).containsExactly("हिन्दी");
    assertThat(words("か\u3099")).containsExactly("が");
  }

  @Test
  void spacesAndControlCharactersOnlySeparate() {
    assertThat(words(" a\tb\u0000c\u00A0d\n")).containsExactly("a", "b", "c", "d");
    assertThat(words(" \u200B\uFEFF\n")).isEmpty();
  }

  @Test
  void positionsAreCodePointsOfTheOriginal() {
    String text = "Ｉs 😀 cafe\u0301 ﬁne½ 谁か\u3099?";
    assertThat(Tokenizer.tokenize(text))
        .extracting(token -> token.text() + "=" + original(text, token))
        .containsExactly(
            "is=Ｉs",
            "😀=😀",
            "café=cafe\u0301",
            "fine=ﬁne",
            "1=½",
            "⁄=½",
            "2=½",
            "谁=谁",
            "が=か\u3099",
            "?=?");
  }

  @Test
  void formsTellCapitals() {
    assertThat(Tokenizer.tokenize("The NASA of Ångström I 5"))
        .extracting(Token::form)
        .containsExactly(
            Form.CAPITALISED,
            Form.CAPITALS,
            Form.PLAIN,
            Form.CAPITALISED,
            Form.CAPITALS,
            Form.PLAIN);
  }

  private static String original(String text, Token token) {
    int from = text.offsetByCodePoints(0, token.start());
    return text.substring(from, text.offsetByCodePoints(0, token.end()));
  }

  private static List<String> words(String text) {
    return Tokenizer.tokenize(text).stream().map(Token::text).toList();
  }
}
