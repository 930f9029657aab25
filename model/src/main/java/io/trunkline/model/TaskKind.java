package io.trunkline.model;

/** What the value of a task looks like. */
public enum TaskKind {
  /** Exactly one of the task's labels. */
  SINGLE_LABEL("single-label"),
  /** Any number of the task's labels, none included. */
  MULTI_LABEL("multi-label"),
  /** Labelled stretches of the text. */
  SPANS("spans"),
  /** A number. */
  SCORE("score");

  private final String title;

  TaskKind(String title) {
    this.title = title;
  }

  /** The name that people and files use: lower case, hyphenated. */
  public String title() {
    return title;
  }
}
