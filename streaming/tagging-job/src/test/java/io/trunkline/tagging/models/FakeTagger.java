package io.trunkline.tagging.models;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import java.util.List;

/**
 * Answers the single-label tasks {@code intent} and {@code subject} with labels that tell by whom
 * they were made, and a task of each other kind: {@code needs}, abstained from; {@code marks}, one
 * over the whole text; and {@code grade}, the number that the attribute of this name says. Refuses
 * a text with "poison".
 */
final class FakeTagger implements Tagger {
  private static final List<ScoredLabel> REST =
      List.of(new ScoredLabel("second", 0.3), new ScoredLabel("third", 0.1));

  private static final double OUT_OF_SCOPE = 0.25;

  private final char digit;
  private volatile boolean closed;

  FakeTagger(char digit) {
    this.digit = digit;
  }

  char digit() {
    return digit;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public List<Task> tasks() {
    return List.of(
        new Task("intent", TaskKind.SINGLE_LABEL, List.of("second", "third")),
        new Task("subject", TaskKind.SINGLE_LABEL, List.of("second", "third")),
        new Task("needs", TaskKind.MULTI_LABEL, List.of("second", "third")),
        new Task("marks", TaskKind.SPANS, List.of("all")),
        new Task("grade", TaskKind.SCORE, List.of()));
  }

  @Override
  public List<Tagging> tag(List<Text> texts) {
    if (closed) {
      throw new IllegalStateException("used after it was closed");
    }
    return texts.stream().map(this::tag).toList();
  }

  private Tagging tag(Text input) {
    String text = input.content();
    if (text.contains("poison") || digit == FakeModels.TAGS_NOTHING) {
      throw new IllegalArgumentException("cannot read\n  '" + text + "'");
    }
    double grade = Double.parseDouble(input.attributes().getOrDefault("grade", "0"));
    return new Tagging(
        List.of(
            ranking("intent", text),
            ranking("subject", text),
            new Prediction.SeveralLabels("needs", List.of(best(text)), REST, true),
            new Prediction.Spans(
                "marks", List.of(new ScoredSpan(0, text.length(), "all", 0.5)), false),
            new Prediction.Score("grade", grade, false)),
        OUT_OF_SCOPE);
  }

  private Prediction ranking(String task, String text) {
    return new Prediction.OneLabel(task, List.of(best(text), REST.get(0), REST.get(1)), false);
  }

  private ScoredLabel best(String text) {
    return new ScoredLabel(digit + " says " + text, 0.6);
  }

  @Override
  public void close() {
    closed = true;
  }
}
