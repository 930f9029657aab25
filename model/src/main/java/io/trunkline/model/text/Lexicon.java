package io.trunkline.model.text;

import io.trunkline.model.Model;

/**
 * All that a model knows by name. May be shared by threads.
 *
 * @param vocabulary which row of the word embeddings a token has
 * @param index which row of the n-gram table an n-gram has
 * @param spellings what the words of the vocabulary are made of
 */
public record Lexicon(Vocabulary vocabulary, NgramIndex index, Spellings spellings) {
  public Lexicon(Vocabulary vocabulary, NgramIndex index) {
    this(vocabulary, index, Spellings.of(vocabulary, index));
  }

  /** The lexicon of a model. */
  public static Lexicon of(Model model) {
    return new Lexicon(new Vocabulary(model.words()), new NgramIndex(model.ngrams()));
  }
}
