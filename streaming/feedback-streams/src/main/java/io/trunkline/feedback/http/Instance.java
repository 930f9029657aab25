package io.trunkline.feedback.http;

/** One instance of the application, this or another. */
@FunctionalInterface
interface Instance {
  /**
   * What it has to show, without asking others.
   *
   * @throws UnavailableException if it cannot say right now
   */
  Page read() throws UnavailableException;
}
