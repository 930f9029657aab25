package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static final List<List<Token>> TEXTS =
      Stream.of("b a b", "c a b", "d c B e").map(Tokenizer::tokenize).toList();

  @Test
  void wordsAreOrderedByFrequencyThenAlphabet() {
    assertThat(Vocabulary.of(TEXTS, 1, 100).words()).containsExactly("b", "a", "c", "d", "e");
  }

  @Test
  void rareWordsAndWordsBeyondTheLimitHaveNoRow() {
    assertThat(Vocabulary.of(TEXTS, 2, 100).words()).containsExactly("b", "a", "c");
    assertThat(Vocabulary.of(TEXTS, 1, 2).words()).containsExactly("b", "a");
  }

  @Test
  void rowsBeginAfterPaddingAndUnknown() {
    Vocabulary vocabulary = Vocabulary.of(TEXTS, 2, 100);
    assertThat(vocabulary.rows()).isEqualTo(5);
    assertThat(vocabulary.row("b")).isEqualTo(2);
    assertThat(vocabulary.row("c")).isEqualTo(4);
    assertThat(vocabulary.row("d")).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(vocabulary.row("never seen")).isEqualTo(Vocabulary.UNKNOWN);
  }

  @Test
  void aTableReadFromItsWordsIsTheSame() {
    Vocabulary again = new Vocabulary(Vocabulary.of(TEXTS, 1, 100).words());
    assertThat(again.row("e")).isEqualTo(6);
  }
}
