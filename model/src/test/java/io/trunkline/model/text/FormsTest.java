package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void wordsAreTheirOwnForm() {
    assertThat(List.of("xx", "谁", "?")).allMatch(Forms::isPlain);
    assertThat(List.of("Xx", "XX", "X", "0000")).noneMatch(Forms::isPlain);
  }

  private static List<String> forms(String text) {
    List<String> forms = Forms.of(Tokenizer.tokenize(text));
    return forms.subList(1, forms.size() - 1);
  }
}
