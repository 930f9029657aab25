package io.trunkline.model.text;

import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.Text;
import java.util.Map;

/** Turns texts into rows of the network's tables. Confined to one thread: it reuses its arrays. */
public final class TextEncoder {
  private final Features features;
  private final Lexicon lexicon;
  private final Tokens tokens = new Tokens();
  private final Ngrams ngrams = new Ngrams();
  private final EncodedText scratch;

  public TextEncoder(Features features, Lexicon lexicon) {
    this.features = features;
    this.lexicon = lexicon;
    scratch = newText();
  }

  /** A text to be encoded, and used again for the next. */
  public EncodedText newText() {
    return new EncodedText(lexicon.spellings());
  }

  /**
   * Encodes any text; one without a visible character reads as a single unknown word.
   *
   * @return an encoded text that stays as it is
   */
  public EncodedText encode(Text text) {
    tokens.read(text.content());
    encode(tokens, text.attributes(), scratch);
    return scratch.toKeep();
  }

  /**
   * Encodes a text that has been cut into tokens.
   *
   * @param into one of {@link #newText}; what it was before is forgotten
   */
  public void encode(Tokens cut, Map<String, String> attributes, EncodedText into) {
    into.clear();
    ngrams.clear(features.maxNgrams());
    ngrams.addWords(cut, attributes, features.attributes());
    lexicon.index().addRows(ngrams.hashes(), into.wordNgramRows());
    int left = features.maxNgrams() - ngrams.hashes().count();
    for (int i = 0; i < cut.count() && (left > 0 || i < features.maxTokens()); i++) {
      int word = lexicon.vocabulary().row(cut.word(i));
      if (i < features.maxTokens()) {
        into.wordRows().add(word);
      }
      left -= addPieces(cut, i, word, left, into.pieces());
    }
    if (cut.count() == 0) {
      into.wordRows().add(Vocabulary.UNKNOWN);
    }
  }

  /**
   * Adds the pieces of a token.
   *
   * @param word its row of the word embeddings
   * @param left how many n-grams there may be
   * @return how many there are
   */
  private int addPieces(Tokens cut, int token, int word, int left, Rows into) {
    int known = lexicon.spellings().ngrams(word);
    if (known > 0 && known <= left && cut.isSpelled(token)) {
      into.add(Spellings.piece(word));
      return known;
    }
    ngrams.clear(left);
    ngrams.addCharactersAt(cut, token);
    lexicon.index().addRows(ngrams.hashes(), into);
    return ngrams.hashes().count();
  }

  /** The hashes of all n-grams of a text, for an index of them. */
  public static int[] ngrams(Text text, Features features) {
    Tokens tokens = new Tokens();
    tokens.read(text.content());
    Ngrams ngrams = new Ngrams();
    ngrams.clear(features.maxNgrams());
    ngrams.addWords(tokens, text.attributes(), features.attributes());
    // What those of words leave of the permitted number is for characters.
    ngrams.addCharacters(tokens);
    return ngrams.hashes().toArray();
  }
}
