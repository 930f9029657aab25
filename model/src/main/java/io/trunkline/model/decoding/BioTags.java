package io.trunkline.model.decoding;

import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spans as one tag a token: B-x begins a span of label x, I-x continues it, O is in none. With
 * labels x₀, x₁ …, O is tag 0, B-xₖ is 1 + 2k and I-xₖ is 2 + 2k.
 *
 * @see <a href="https://aclanthology.org/W95-0107/">L. Ramshaw and M. Marcus, Text Chunking using
 *     Transformation-Based Learning, 1995</a>
 */
public final class BioTags {
  static final int OUTSIDE = 0;

  private final List<String> labels;
  private final Map<String, Integer> begins = new HashMap<>();

  public BioTags(List<String> labels) {
    this.labels = List.copyOf(labels);
    for (String label : labels) {
      begins.put(label, 1 + 2 * begins.size());
    }
  }

  /** How many tags there are for so many labels. */
  public static int count(int labels) {
    return 2 * labels + 1;
  }

  /**
   * The tags of tokens. A token belongs to the first span that it shares a character with; a span
   * of a label that is not in the set is left out.
   *
   * @param spans in reading order, none overlapping another, in code points of the original text
   * @param tokens of the text or of its beginning
   */
  public int[] tags(List<Span> spans, List<Token> tokens) {
    int[] tags = new int[tokens.size()];
    int token = 0;
    for (Span span : spans) {
      int begin = begins.getOrDefault(span.label(), OUTSIDE);
      while (token < tags.length && tokens.get(token).end() <= span.start()) {
        token++;
      }
      for (int tag = begin;
          token < tags.length && tokens.get(token).start() < span.end();
          token++) {
        tags[token] = tag;
        tag = begin == OUTSIDE ? OUTSIDE : begin + 1;
      }
    }
    return tags;
  }

  /**
   * The spans of tags in code points of the original text, each from its first token's start to its
   * last token's end.
   *
   * @param tags a well-formed sequence, of which no I-x follows anything but B-x or I-x
   * @param tokens at least as many
   */
  public List<Span> spans(int[] tags, List<Token> tokens) {
    return stretches(tags).stream()
        .map(
            stretch ->
                new Span(
                    tokens.get(stretch.from()).start(),
                    tokens.get(stretch.to() - 1).end(),
                    label(stretch)))
        .toList();
  }

  String label(Stretch stretch) {
    return labels.get((stretch.begin() - 1) / 2);
  }

  /** Where a well-formed sequence of tags has spans. */
  static List<Stretch> stretches(int[] tags) {
    List<Stretch> stretches = new ArrayList<>();
    for (int from = 0; from < tags.length; ) {
      int to = from + 1;
      if (tags[from] != OUTSIDE) {
        while (to < tags.length && tags[to] == tags[from] + 1) {
          to++;
        }
        stretches.add(new Stretch(from, to, tags[from]));
      }
      from = to;
    }
    return stretches;
  }

  /** Whether it is I-x, which may only follow B-x, the tag before it, or itself. */
  static boolean isInside(int tag) {
    return tag != OUTSIDE && tag % 2 == 0;
  }

  /**
   * A span in tokens.
   *
   * @param from its first token
   * @param to one past its last
   * @param begin the tag B-x of its label
   */
  record Stretch(int from, int to, int begin) {}
}
