package io.trunkline.tagging.models;

import io.trunkline.model.ModelVersion;

/**
 * What became of a model on one subtask; leaves the job as a {@code ModelStatus}.
 *
 * @param model which
 * @param subtask the subtask of the tagging operator, from 0
 * @param state the outcome
 * @param attempt how many times loading has been tried, from 1
 * @param message why it failed, in one line; empty otherwise
 * @param loadMillis how long the attempt took, in milliseconds
 * @param reportedAt when, in milliseconds since the epoch
 */
public record ModelReport(
    ModelVersion model,
    int subtask,
    State state,
    int attempt,
    String message,
    long loadMillis,
    long reportedAt) {
  /** The outcome of loading. */
  public enum State {
    /** The subtask tags with it from here on. */
    SERVING,
    /** The one before goes on serving, and this one will be tried again. */
    FAILED
  }
}
