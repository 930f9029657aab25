package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NgramsTest {
  private static final int ROWS = 1 << 20;

  @Test
  void aWordIsItselfItsPairsAndItsCharacters() {
    assertThat(rows("Hi", 100))
        .containsExactlyInAnyOrder(
            row("hi"),
            row("\u0002\u001fhi"),
            row("hi\u001f\u0003"),
            row("\u001d<h"),
            row("\u001d<hi"),
            row("\u001d<hi>"),
            row("\u001dhi"),
            row("\u001dhi>"),
            row("\u001di>"));
  }

  @Test
  void noStretchOfAWordIsLongerThanFive() {
    // <1234567>: 9 characters, so 8 + 7 + 6 + 5 stretches; beside them a token and two pairs.
    assertThat(rows("1234567", 100)).hasSize(26 + 3).contains(row("\u001d12345"));
    assertThat(IntStream.of(rows("1234567", 100))).doesNotContain(row("\u001d123456"));
  }

  @Test
  void punctuationHasNoCharacterNgrams() {
    assertThat(rows("a ?", 100)).contains(row("?"), row("a\u001f?"), row("?\u001f\u0003"));
    assertThat(rows("?", 100)).hasSize(3);
  }

  @Test
  void ngramsOfChineseCrossItsTokens() {
    assertThat(rows("电话号码", 100))
        .containsExactlyInAnyOrder(
            row("电"),
            row("话"),
            row("号"),
            row("码"),
            row("\u0002\u001f电"),
            row("电\u001f话"),
            row("话\u001f号"),
            row("号\u001f码"),
            row("码\u001f\u0003"),
            row("\u001d电话号"),
            row("\u001d电话号码"),
            row("\u001d话号码"));
  }

  @Test
  void aRunOfChineseEndsAtASpaceAndAtALatinWord() {
    assertThat(rows("电话 号码", 100)).doesNotContain(row("\u001d电话号"));
    assertThat(rows("电话x号码", 100)).doesNotContain(row("\u001d电话号"));
  }

  @Test
  void beyondTheLimitTokensAndPairsGoBeforeCharacters() {
    assertThat(rows("one two", 5))
        .containsExactly(
            row("one"),
            row("\u0002\u001fone"),
            row("two"),
            row("one\u001ftwo"),
            row("two\u001f\u0003"));
    assertThat(rows("one two", 2)).containsExactly(row("one"), row("\u0002\u001fone"));
  }

  @Test
  void aTextWithNothingVisibleStillHasOne() {
    assertThat(rows("\u200B", 10)).containsExactly(row("\u0002\u001f\u0003"));
  }

  @Test
  void rowsLieInTheTable() {
    assertThat(Arrays.stream(Ngrams.rows(Tokenizer.tokenize("how are you today"), 16, 100)))
        .allMatch(row -> row >= 0 && row < 16);
  }

  private static int[] rows(String text, int max) {
    return Ngrams.rows(Tokenizer.tokenize(text), ROWS, max);
  }

  private static int row(String ngram) {
    return StableHash.of(ngram) & ROWS - 1;
  }
}
