package io.trunkline.model.text;

import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns texts into rows of the network's tables. May be shared by threads. */
public final class TextEncoder {
  private static final int[] NOTHING = {Vocabulary.UNKNOWN};

  private final Features features;
  private final Vocabulary vocabulary;
  private final NgramIndex ngrams;

  public TextEncoder(Features features, Vocabulary vocabulary, NgramIndex ngrams) {
    this.features = features;
    this.vocabulary = vocabulary;
    this.ngrams = ngrams;
  }

  /** Encodes any text; one without a visible character reads as a single unknown word. */
  public EncodedText encode(Text text) {
    return encode(Tokenizer.tokenize(text.content()), text.attributes());
  }

  /** Encodes a text that has been cut into tokens already. */
  public EncodedText encode(List<Token> tokens, Map<String, String> attributes) {
    Bags bags = Bags.of(tokens, attributes, features);
    return new EncodedText(
        words(tokens), ngrams.rows(bags.ofWords), ngrams.rows(bags.ofCharacters));
  }

  /** The hashes of all n-grams of a text, for an index of them. */
  public static int[] ngrams(Text text, Features features) {
    Bags bags = Bags.of(Tokenizer.tokenize(text.content()), text.attributes(), features);
    return IntStream.concat(IntStream.of(bags.ofWords), IntStream.of(bags.ofCharacters)).toArray();
  }

  /** A text's n-grams; what those of words leave of the permitted number is for characters. */
  private record Bags(int[] ofWords, int[] ofCharacters) {
    static Bags of(List<Token> tokens, Map<String, String> attributes, Features features) {
      int[] ofWords = Ngrams.ofWords(tokens, attributes, features);
      int left = features.maxNgrams() - ofWords.length;
      return new Bags(ofWords, Ngrams.ofCharacters(tokens, features, left));
    }
  }

  private int[] words(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return NOTHING;
    }
    int[] rows = new int[Math.min(tokens.size(), features.maxTokens())];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = vocabulary.row(tokens.get(i).text());
    }
    return rows;
  }
}
