package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Slips of the pen, made on purpose: a network that has read a text in many spellings leans on none
 * of them. Labelled spans move with their text.
 *
 * @param words probability that a word is left out or swapped with the next, in [0, 1)
 * @param characters probability that a visible character is replaced by another of the text, left
 *     out, doubled or swapped with the next, in [0, 1)
 */
public record Noise(double words, double characters) {
  /** No noise. */
  public static final Noise NONE = new Noise(0, 0);

  public Noise {
    Settings.requireFraction("noise.words", words);
    Settings.requireFraction("noise.characters", characters);
  }

  /**
   * An example as it might have been written in a hurry. One that would come out blank stays as it
   * is.
   */
  public Example disturb(Example example, RandomGenerator random) {
    if (equals(NONE)) {
      return example;
    }
    SpanText text = SpanText.of(example);
    SpanText noisy = new Slips(this, random).disturb(text);
    if (noisy.content().isBlank()) {
      return example;
    }
    Map<String, LabelValue> labels =
        example.labels().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> moved(e, noisy)));
    return new Example(example.id(), noisy.content(), example.attributes(), labels);
  }

  private static LabelValue moved(Map.Entry<String, LabelValue> label, SpanText noisy) {
    if (label.getValue() instanceof LabelValue.Spans) {
      List<LabelValue.Span> spans = noisy.spans(label.getKey());
      return new LabelValue.Spans(spans);
    }
    return label.getValue();
  }
}
