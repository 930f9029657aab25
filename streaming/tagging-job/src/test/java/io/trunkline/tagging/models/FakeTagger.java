package io.trunkline.tagging.models;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import java.util.List;

/** Answers two tasks with labels that tell by whom they were made; refuses a text with "poison". */
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
    return List.of(task("intent"), task("subject"));
  }

  private static Task task(String name) {
    return new Task(name, TaskKind.SINGLE_LABEL, List.of("second", "third"));
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
    return new Tagging(tasks().stream().map(task -> prediction(task, text)).toList(), OUT_OF_SCOPE);
  }

  private Prediction prediction(Task task, String text) {
    ScoredLabel best = new ScoredLabel(digit + " says " + text, 0.6);
    return new Prediction.OneLabel(task.name(), List.of(best, REST.get(0), REST.get(1)), false);
  }

  @Override
  public void close() {
    closed = true;
  }
}
