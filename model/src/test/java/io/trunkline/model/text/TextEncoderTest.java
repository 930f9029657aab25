package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncoderTest {
  private static final TextEncoder ENCODER =
      encoder(new Features(1 << 10, 32, 4), List.of("who", "is", "?"));

  @Test
  void tokensBecomeRowsOfTheWordTable() {
    assertThat(encode("Who is Ada?").words()).containsExactly(2, 3, 1, 4);
  }

  @Test
  void tokensBeyondTheLimitAreCutOff() {
    assertThat(encode("who who who who is").words()).containsExactly(2, 2, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "", " ", "🎉", "?!…", "\u0301", "\uFE0F"})
  void everyTextHasAtLeastOneToken(String text) {
    EncodedText encoded = encode(text);
    assertThat(encoded.words()).hasSizeBetween(1, 4).doesNotContain(Vocabulary.PADDING);
  }

  @Test
  void tenThousandTokensAreCutToTheLimits() {
    EncodedText encoded = encode("word ".repeat(10_000));
    assertThat(encoded.words()).hasSize(4);
    assertThat(encoded.wordNgrams().length + encoded.characterNgrams().length).isEqualTo(32);
  }

  @Test
  void onlyTheNamedAttributesAreRead() {
    TextEncoder reading =
        encoder(new Features(1 << 10, 32, 4, List.of("grade", "source")), List.of("who"));
    int[] plain = reading.encode(Text.of("who")).wordNgrams();
    int[] grade =
        reading.encode(new Text("who", Map.of("grade", "9", "colour", "red"))).wordNgrams();
    int[] source = reading.encode(new Text("who", Map.of("source", "9"))).wordNgrams();
    assertThat(grade).hasSize(plain.length + 1).endsWith(plain);
    assertThat(source).hasSize(plain.length + 1).endsWith(plain);
    assertThat(source[0]).isNotEqualTo(grade[0]);
  }

  /** They may be cut by the limit, be no words, or be too long. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 12, 20, 33, 57, 80, 1000})
  void knownWordsHaveTheNgramsOfUnknownOnes(int maxNgrams) {
    List<String> texts =
        List.of("who knows who knows 1984", "北京在哪里 who 北京", "w".repeat(40) + " who", "who!");
    Features features = new Features(1 << 10, maxNgrams, 100);
    NgramIndex index =
        NgramIndex.of(
            texts.stream()
                .map(text -> TextEncoder.ngrams(Text.of(text), new Features(1, 1 << 16, 1)))
                .toList(),
            1 << 10);
    Vocabulary vocabulary = new Vocabulary(List.of("who", "knows", "北", "!", "w".repeat(40)));
    TextEncoder encoder = new TextEncoder(features, new Lexicon(vocabulary, index));
    TextEncoder unknowing =
        new TextEncoder(features, new Lexicon(new Vocabulary(List.of()), index));
    EncodedText again = encoder.newText();
    for (String text : texts) {
      EncodedText expected = unknowing.encode(Text.of(text));
      assertThat(encoder.encode(Text.of(text)).characterNgrams())
          .containsExactly(expected.characterNgrams());
      assertThat(encoder.encode(Text.of(text)).wordNgrams()).containsExactly(expected.wordNgrams());
      Tokens tokens = new Tokens();
      tokens.read(text);
      encoder.encode(tokens, Map.of(), again);
      assertThat(again.characterNgrams()).containsExactly(expected.characterNgrams());
    }
  }

  @Test
  void knownWordsAreSpelledAndUnknownOnesAreNot() {
    Features features = new Features(1 << 10, 1000, 100);
    NgramIndex index =
        NgramIndex.of(List.of(TextEncoder.ngrams(Text.of("who is"), features)), 1 << 10);
    TextEncoder encoder =
        new TextEncoder(features, new Lexicon(new Vocabulary(List.of("who")), index));
    EncodedText text = encoder.newText();
    Tokens tokens = new Tokens();
    tokens.read("who is");

    encoder.encode(tokens, Map.of(), text);

    assertThat(Spellings.word(text.pieces().get(0))).isEqualTo(2);
    // <is>: three stretches of 2 characters, two of 3, one of 4.
    assertThat(text.pieces().count()).isEqualTo(1 + 6);
    // <who>: 4 + 3 + 2 + 1.
    assertThat(text.characterNgrams()).hasSize(10 + 6).doesNotContain(-1);
  }

  /** An encoder that knows the n-grams of the texts here. */
  private static TextEncoder encoder(Features features, List<String> words) {
    List<Text> known =
        List.of(
            Text.of("word ".repeat(100)),
            Text.of("\u200B"),
            new Text("who", Map.of("grade", "9")),
            new Text("who", Map.of("source", "9")));
    return new TextEncoder(
        features,
        new Lexicon(
            new Vocabulary(words),
            NgramIndex.of(
                known.stream().map(text -> TextEncoder.ngrams(text, features)).toList(), 64)));
  }

  private static EncodedText encode(String text) {
    return ENCODER.encode(Text.of(text));
  }
}
