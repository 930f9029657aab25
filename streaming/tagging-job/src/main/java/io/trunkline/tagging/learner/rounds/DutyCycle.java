package io.trunkline.tagging.learner.rounds;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Called after every step of a round, rests so long that the round takes no more than its share of
 * a processor, and ends the round when it is told to stop. Runs on the round's thread.
 */
public final class DutyCycle implements Runnable {
  private final double restPerWork;

  private boolean resumed;
  private long resumedAt;
  private volatile boolean stopped;

  /**
   * @param share of the time that is worked, in (0, 1]
   */
  public DutyCycle(double share) {
    this.restPerWork = 1 / share - 1;
  }

  @Override
  public void run() {
    long worked = resumed ? System.nanoTime() - resumedAt : 0;
    try {
      TimeUnit.NANOSECONDS.sleep((long) (worked * restPerWork));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      stop();
    }
    if (stopped) {
      throw new CancellationException("the round was stopped");
    }
    resumed = true;
    resumedAt = System.nanoTime();
  }

  /** Ends the round with its next step. */
  public void stop() {
    stopped = true;
  }
}
