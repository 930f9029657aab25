package io.trunkline.model.training;

import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes the slips of a {@link Noise}. Nothing is swapped across the border of a span, so that the
 * characters of a span stay together.
 */
final class Slips {
  private final Noise noise;
  private final RandomGenerator random;

  Slips(Noise noise, RandomGenerator random) {
    this.noise = noise;
    this.random = random;
  }

  SpanText disturb(SpanText text) {
    return disturbCharacters(disturbWords(text));
  }

  private SpanText disturbWords(SpanText text) {
    if (noise.words() == 0) {
      return text;
    }
    List<Token> tokens = Tokenizer.tokenize(text.content());
    Copy copy = new Copy(text);
    int at = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.start() < at) {
        // One character folded to several tokens; it is copied with the first of them.
        continue;
      }
      copy.add(at, token.start());
      at = token.end();
      if (random.nextDouble() >= noise.words()) {
        copy.add(token.start(), token.end());
      } else if (random.nextBoolean() && canSwap(text, tokens, i)) {
        Token next = tokens.get(++i);
        copy.add(next.start(), next.end());
        copy.add(token.end(), next.start());
        copy.add(token.start(), token.end());
        at = next.end();
      }
    }
    copy.add(at, text.characters().length);
    return copy.done();
  }

  private static boolean canSwap(SpanText text, List<Token> tokens, int i) {
    return i + 1 < tokens.size()
        && tokens.get(i).end() <= tokens.get(i + 1).start()
        && text.isOneGroup(tokens.get(i).start(), tokens.get(i + 1).end());
  }

  private SpanText disturbCharacters(SpanText text) {
    if (noise.characters() == 0) {
      return text;
    }
    Copy copy = new Copy(text);
    int[] characters = text.characters();
    for (int i = 0; i < characters.length; i++) {
      if (Character.isWhitespace(characters[i]) || random.nextDouble() >= noise.characters()) {
        copy.add(i, i + 1);
        continue;
      }
      switch (random.nextInt(4)) {
        case 0 -> copy.put(characters[random.nextInt(characters.length)], text.owners()[i]);
        case 1 -> {
          copy.add(i, i + 1);
          copy.add(i, i + 1);
        }
        case 2 -> {
          boolean swaps = i + 1 < characters.length && text.isOneGroup(i, i + 2);
          if (swaps) {
            copy.add(i + 1, i + 2);
          }
          copy.add(i, i + 1);
          i += swaps ? 1 : 0;
        }
        default -> {
          // Left out.
        }
      }
    }
    return copy.done();
  }

  /** A text that comes about from pieces of another. */
  private static final class Copy {
    private final SpanText from;
    private final List<Integer> characters = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();

    Copy(SpanText from) {
      this.from = from;
    }

    void add(int start, int end) {
      for (int i = start; i < end; i++) {
        put(from.characters()[i], from.owners()[i]);
      }
    }

    void put(int character, int owner) {
      characters.add(character);
      owners.add(owner);
    }

    SpanText done() {
      return new SpanText(
          characters.stream().mapToInt(Integer::intValue).toArray(),
          owners.stream().mapToInt(Integer::intValue).toArray(),
          from.groups());
    }
  }
}
