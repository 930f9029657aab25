package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NgramsTest {
  @Test
  void aWordIsItselfItsPairsAndItsCharacters() {
    assertThat(words("Hi", 100))
        .containsExactlyInAnyOrder(
            row("hi"),
            row("\u0002\u001fhi"),
            row("hi\u001f\u0003"),
            row("\u001c\u001f\u0002\u001fhi\u001f\u0003"));
    assertThat(characters("Hi", 100))
        .containsExactlyInAnyOrder(
            row("\u001d<h"),
            row("\u001d<hi"),
            row("\u001d<hi>"),
            row("\u001dhi"),
            row("\u001dhi>"),
            row("\u001di>"));
  }

  @Test
  void noStretchOfAWordIsLongerThanFive() {
    // <1234567>: 9 characters, so 8 + 7 + 6 + 5 stretches.
    assertThat(characters("1234567", 100)).hasSize(26).contains(row("\u001d12345"));
    assertThat(characters("1234567", 100)).doesNotContain(row("\u001d123456"));
  }

  @Test
  void punctuationHasNoCharacterNgrams() {
    assertThat(words("a ?", 100)).contains(row("?"), row("a\u001f?"), row("?\u001f\u0003"));
    assertThat(characters("?", 100)).isEmpty();
  }

  @Test
  void ngramsOfChineseCrossItsTokens() {
    assertThat(words("电话号码", 100))
        .contains(
            row("电"),
            row("话"),
            row("号"),
            row("码"),
            row("\u0002\u001f电"),
            row("电\u001f话"),
            row("话\u001f号"),
            row("号\u001f码"),
            row("码\u001f\u0003"));
    assertThat(characters("电话号码", 100))
        .containsExactlyInAnyOrder(row("\u001d电话号"), row("\u001d电话号码"), row("\u001d话号码"));
  }

  @Test
  void chineseCharactersAreNeitherOpeningsNorForms() {
    // Four tokens and five pairs; three and four in a row are n-grams of characters.
    assertThat(words("电话号码", 100)).hasSize(9);
    assertThat(words("x电话号码", 100)).contains(row("\u001ax\u001f电"));
    assertThat(words("电话x号", 100)).contains(row("\u001c\u001f电\u001f话\u001fx"));
  }

  @Test
  void aRunOfChineseEndsAtASpaceAndAtALatinWord() {
    assertThat(characters("电话 号码", 100)).doesNotContain(row("\u001d电话号"));
    assertThat(characters("电话x号码", 100)).doesNotContain(row("\u001d电话号"));
  }

  @Test
  void formsShowWhereWordsAreNames() {
    assertThat(words("who was Anne Boleyn", 100))
        .contains(
            row("\u001c\u001fwas\u001fXx"),
            row("\u001c\u001fwho\u001fwas\u001fXx"),
            row("\u001c\u001f\u0002\u001fwho\u001fwas\u001fXx"))
        .doesNotContain(row("\u001c\u001fwho\u001fwas"));
  }

  @Test
  void theFirstTokenGoesWithEachOfTheNextSixteen() {
    String text = "how " + "a b ".repeat(7) + "x y z";
    assertThat(words(text, 1000))
        .contains(row("\u001ahow\u001fa"), row("\u001ahow\u001fb"), row("\u001ahow\u001fy"))
        .doesNotContain(row("\u001ahow\u001fz"), row("\u001aa\u001fb"));
  }

  @Test
  void beyondTheLimitTheBeginningOfATextGoesBeforeItsEnd() {
    assertThat(words("one two", 5))
        .containsExactly(
            row("one"),
            row("\u0002\u001fone"),
            row("two"),
            row("one\u001ftwo"),
            row("two\u001f\u0003"));
    assertThat(words("one two", 2)).containsExactly(row("one"), row("\u0002\u001fone"));
  }

  @Test
  void aTextWithNothingVisibleStillHasOne() {
    assertThat(words("\u200B", 10)).containsExactly(row("\u0002\u001f\u0003"));
    assertThat(characters("\u200B", 10)).isEmpty();
  }

  private static int[] words(String text, int max) {
    Ngrams ngrams = new Ngrams();
    ngrams.clear(max);
    ngrams.addWords(tokens(text), Map.of(), List.of());
    return ngrams.hashes().toArray();
  }

  private static int[] characters(String text, int max) {
    Ngrams ngrams = new Ngrams();
    ngrams.clear(max);
    ngrams.addCharacters(tokens(text));
    return ngrams.hashes().toArray();
  }

  private static Tokens tokens(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    return tokens;
  }

  private static int row(String ngram) {
    return StableHash.of(ngram);
  }
}
