package io.trunkline.cli.demo;

import java.util.concurrent.TimeUnit;

/** Keeps an even rate, measured from the first step, so that one that is late is made up for. */
final class Pace {
  private final double nanosPerStep;
  private final long start = System.nanoTime();
  private long steps;

  /**
   * @param rate steps a second; 0 for no limit
   */
  Pace(double rate) {
    nanosPerStep = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
  }

  /** Waits until the next step is due. */
  void await() throws InterruptedException {
    long due = start + Math.round(nanosPerStep * steps++);
    long wait = due - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    } else if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
