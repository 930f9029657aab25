package io.trunkline.tagging.learner;

/** How work that could fail has ended. */
sealed interface Attempt<T> {
  /** It is done. */
  record Succeeded<T>(T result) implements Attempt<T> {}

  /** It failed. */
  record Failed<T>(Throwable cause) implements Attempt<T> {}
}
