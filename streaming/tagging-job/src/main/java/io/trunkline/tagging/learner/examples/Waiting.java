package io.trunkline.tagging.learner.examples;

/**
 * A correction that waits for its round, or is in one.
 *
 * @param correction what is to be learnt
 * @param attempts rounds that it has been in; with the first one it stops being new
 * @param since when it came, in milliseconds since the epoch
 */
record Waiting(Correction correction, int attempts, long since) {
  boolean isNew() {
    return attempts == 0;
  }

  Waiting tried() {
    return new Waiting(correction, attempts + 1, since);
  }
}
