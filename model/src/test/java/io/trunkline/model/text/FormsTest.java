package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormsTest {
  @Test
  void namesAreBlottedOutHoweverLong() {
    assertThat(forms("Who was Anne Boleyn ?")).containsExactly("who", "was", "Xx", "?");
    assertThat(forms("Who was Cher ?")).containsExactly("who", "was", "Xx", "?");
  }

  @Test
  void abbreviationsAndLettersAreNotNames() {
    assertThat(forms("what does NASA mean to X"))
        .containsExactly("what", "does", "XX", "mean", "to", "X");
  }

  @Test
  void aCapitalAtTheBeginningSaysNothing() {
    assertThat(forms("When")).containsExactly("when");
  }

  @Test
  void numbersKeepTheirLengthUpToFour() {
    assertThat(forms("7 of 1066 and 123456")).containsExactly("0", "of", "0000", "and", "0000");
  }

  @Test
  void scriptsWithoutCapitalsStayAsTheyAre() {
    assertThat(forms("谁发明了")).containsExactly("谁", "发", "明", "了");
  }

  @Test
  void wordsAndMarksAreTheirOwnForm() {
    assertThat(plain("was Xx XX X 1066 xx 谁 ?"))
        .containsExactly(true, true, false, false, false, false, true, true, true, true);
  }

  @Test
  void onlyMarksAndChineseAreChinese() {
    Forms forms = read("谁 X who");
    assertThat(IntStream.range(0, forms.count()).mapToObj(forms::isCjk))
        .containsExactly(true, true, false, false, true);
  }

  /** What a form is hashed as tells what it is. */
  private static List<String> forms(String text) {
    Forms forms = read(text);
    return IntStream.range(1, forms.count() - 1)
        .mapToObj(place -> form(forms.addTo(StableHash.START, place), text))
        .toList();
  }

  private static String form(int state, String text) {
    return Stream.concat(
            Tokenizer.tokenize(text).stream().map(Token::text),
            Stream.of("Xx", "XX", "X", "0", "00", "000", "0000"))
        .filter(form -> StableHash.add(StableHash.START, form) == state)
        .findFirst()
        .orElseThrow();
  }

  private static List<Boolean> plain(String text) {
    Forms forms = read(text);
    return IntStream.range(0, forms.count()).mapToObj(forms::isPlain).toList();
  }

  private static Forms read(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    Forms forms = new Forms();
    forms.read(tokens);
    return forms;
  }
}
