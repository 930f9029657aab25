package io.trunkline.model.text;

import io.trunkline.model.text.Token.Form;
import io.trunkline.model.text.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of a text, without an object each: they are cut for every text that is served. Used
 * again for the next text. Confined to one thread.
 */
public final class Tokens {
  private final FoldedText text = new FoldedText();
  private final Word word = new Word();
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int[] states = new int[32];
  private Kind[] kinds = new Kind[32];
  private int count;

  /** Cuts another text. */
  public void read(String content) {
    count = 0;
    text.read(content);
    Tokenizer.cut(text, this);
  }

  /** How many there are. */
  int count() {
    return count;
  }

  Kind kind(int token) {
    return kinds[token];
  }

  /** Whether its n-grams of characters are its own, whatever its neighbours are. */
  boolean isSpelled(int token) {
    return kinds[token] == Kind.WORD || kinds[token] == Kind.NUMBER;
  }

  /** UTF-16 units of the folded token. */
  int length(int token) {
    return to[token] - from[token];
  }

  /** How the token was written. */
  Form form(int token) {
    if (!text.isCapital(from[token])) {
      return Form.PLAIN;
    }
    for (int i = from[token]; i < to[token]; i++) {
      if (!text.isCapital(i)) {
        return Form.CAPITALISED;
      }
    }
    return Form.CAPITALS;
  }

  /** Whether a token begins where the one before it ends, with no space between. */
  boolean touches(int token, int next) {
    return text.end(to[token] - 1) == text.start(from[next]);
  }

  /** The {@link StableHash} state of a token alone. */
  int state(int token) {
    return states[token];
  }

  /** The {@link StableHash} state after the token's text. */
  int addTo(int state, int token) {
    return StableHash.add(state, text.characters(), from[token], to[token]);
  }

  /** The token as a word to look up, until the next one is asked for. */
  Word word(int token) {
    word.set(text.characters(), from[token], to[token], StableHash.finish(states[token]));
    return word;
  }

  void add(int start, int end, Kind kind) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      states = Arrays.copyOf(states, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
    }
    from[count] = start;
    to[count] = end;
    kinds[count] = kind;
    states[count] = StableHash.add(StableHash.START, text.characters(), start, end);
    count++;
  }

  /** The tokens, in reading order. */
  public List<Token> toList() {
    List<Token> tokens = new ArrayList<>(count);
    for (int token = 0; token < count; token++) {
      tokens.add(
          new Token(
              new String(text.characters(), from[token], length(token)),
              kinds[token],
              form(token),
              text.start(from[token]),
              text.end(to[token] - 1)));
    }
    return tokens;
  }
}
