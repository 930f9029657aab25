package io.trunkline.tagging;

import io.trunkline.tagging.pipeline.Batching;
import io.trunkline.tagging.records.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions gathered for one call of the model, in the order they came. */
final class MicroBatch {
  private final Batching limits;
  private final List<Question> questions;
  private long number;
  private long startedAt;
  private long characters;

  MicroBatch(Batching limits) {
    this.limits = limits;
    this.questions = new ArrayList<>(limits.maxSize());
  }

  void add(Question question, long now) {
    if (questions.isEmpty()) {
      startedAt = now;
    }
    questions.add(question);
    characters += question.text().content().length();
  }

  /** Which batch of this run it is, from 0. */
  long number() {
    return number;
  }

  /** When its first question came, in milliseconds since the epoch. */
  long startedAt() {
    return startedAt;
  }

  /** When it is to be tagged at the latest, in milliseconds since the epoch. */
  long deadline() {
    return startedAt + limits.maxDelay().toMillis();
  }

  int size() {
    return questions.size();
  }

  boolean isEmpty() {
    return questions.isEmpty();
  }

  /** Why it takes no further question; empty where it does. */
  Optional<Dispatch> full() {
    if (questions.size() >= limits.maxSize()) {
      return Optional.of(Dispatch.SIZE);
    }
    return characters >= limits.maxCharacters() ? Optional.of(Dispatch.LENGTH) : Optional.empty();
  }

  List<Question> questions() {
    return questions;
  }

  /** Begins the next batch. */
  void next() {
    questions.clear();
    characters = 0;
    number++;
  }
}
