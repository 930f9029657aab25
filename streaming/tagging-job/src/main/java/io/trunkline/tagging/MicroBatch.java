package io.trunkline.tagging;

import io.trunkline.tagging.records.Question;
import java.util.ArrayList;
import java.util.List;

/** The questions gathered for one call of the model, in the order they came. */
final class MicroBatch {
  private final int maxSize;
  private final List<Question> questions;
  private long number;
  private long startedAt;

  MicroBatch(int maxSize) {
    this.maxSize = maxSize;
    this.questions = new ArrayList<>(maxSize);
  }

  void add(Question question, long now) {
    if (questions.isEmpty()) {
      startedAt = now;
    }
    questions.add(question);
  }

  /** Which batch of this run it is, from 0. */
  long number() {
    return number;
  }

  /** When its first question came, in milliseconds since the epoch. */
  long startedAt() {
    return startedAt;
  }

  int size() {
    return questions.size();
  }

  boolean isEmpty() {
    return questions.isEmpty();
  }

  boolean isFull() {
    return questions.size() >= maxSize;
  }

  List<Question> questions() {
    return questions;
  }

  /** Begins the next batch. */
  void next() {
    questions.clear();
    number++;
  }
}
