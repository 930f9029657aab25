package io.trunkline.model.text;

import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.Text;
import io.trunkline.model.text.Token.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns texts into rows of the network's tables. Confined to one thread: it remembers words. */
public final class TextEncoder {
  private static final int[] NOTHING = {Vocabulary.UNKNOWN};

  private final Features features;
  private final Vocabulary vocabulary;
  private final NgramIndex ngrams;
  private final WordMemory memory;
  private int[] rows = new int[256];

  public TextEncoder(Features features, Vocabulary vocabulary, NgramIndex ngrams) {
    this.features = features;
    this.vocabulary = vocabulary;
    this.ngrams = ngrams;
    this.memory = new WordMemory(ngrams);
  }

  /** Encodes any text; one without a visible character reads as a single unknown word. */
  public EncodedText encode(Text text) {
    return encode(Tokenizer.tokenize(text.content()), text.attributes());
  }

  /** Encodes a text that has been cut into tokens already. */
  public EncodedText encode(List<Token> tokens, Map<String, String> attributes) {
    int[] ofWords = Ngrams.ofWords(tokens, attributes, features);
    int[] ofCharacters = characterNgrams(tokens, features.maxNgrams() - ofWords.length);
    return new EncodedText(words(tokens), ngrams.rows(ofWords), ofCharacters);
  }

  /** What {@link Ngrams#ofCharacters} gives has these rows. */
  private int[] characterNgrams(List<Token> tokens, int maxNgrams) {
    int left = maxNgrams;
    int count = 0;
    for (int i = 0; i < tokens.size() && left > 0; i++) {
      Token token = tokens.get(i);
      boolean isWord = token.kind() == Kind.WORD || token.kind() == Kind.NUMBER;
      WordMemory.Entry known = isWord ? memory.of(token.text()) : null;
      if (known != null && known.ngrams() <= left) {
        count = add(known.rows(), count);
        left -= known.ngrams();
      } else {
        int[] hashes = Ngrams.ofCharactersAt(tokens, i, left);
        count = add(ngrams.rows(hashes), count);
        left -= hashes.length;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private int add(int[] further, int count) {
    int size = count + further.length;
    if (size > rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
    }
    System.arraycopy(further, 0, rows, count, further.length);
    return size;
  }

  /** The hashes of all n-grams of a text, for an index of them. */
  public static int[] ngrams(Text text, Features features) {
    List<Token> tokens = Tokenizer.tokenize(text.content());
    int[] ofWords = Ngrams.ofWords(tokens, text.attributes(), features);
    // What those of words leave of the permitted number is for characters.
    int left = features.maxNgrams() - ofWords.length;
    int[] ofCharacters = Ngrams.ofCharacters(tokens, left);
    return IntStream.concat(IntStream.of(ofWords), IntStream.of(ofCharacters)).toArray();
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
