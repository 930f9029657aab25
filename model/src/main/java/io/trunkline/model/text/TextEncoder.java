package io.trunkline.model.text;

import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.Text;
import java.util.List;
import java.util.Map;

/** Turns texts into rows of the network's tables. May be shared by threads. */
public final class TextEncoder {
  private static final int[] NOTHING = {Vocabulary.UNKNOWN};

  private final Features features;
  private final Vocabulary vocabulary;

  public TextEncoder(Features features, Vocabulary vocabulary) {
    this.features = features;
    this.vocabulary = vocabulary;
  }

  /** Encodes any text; one without a visible character reads as a single unknown word. */
  public EncodedText encode(Text text) {
    return encode(Tokenizer.tokenize(text.content()), text.attributes());
  }

  /** Encodes a text that has been cut into tokens already. */
  public EncodedText encode(List<Token> tokens, Map<String, String> attributes) {
    int[] wordNgrams = Ngrams.ofWords(tokens, attributes, features);
    int[] characterNgrams =
        Ngrams.ofCharacters(tokens, features, features.maxNgrams() - wordNgrams.length);
    if (tokens.isEmpty()) {
      return new EncodedText(NOTHING, wordNgrams, characterNgrams);
    }
    int[] words =
        tokens.stream()
            .limit(features.maxTokens())
            .mapToInt(token -> vocabulary.row(token.text()))
            .toArray();
    return new EncodedText(words, wordNgrams, characterNgrams);
  }
}
