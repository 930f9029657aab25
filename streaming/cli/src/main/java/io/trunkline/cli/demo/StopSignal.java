package io.trunkline.cli.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, told to the thread that runs the demo: the process ends when that thread has taken
 * everything down, or after the time that a person will wait.
 */
final class StopSignal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 4;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean given;

  private StopSignal() {}

  /** Listens until it is closed. */
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::give, "stop-signal"));
    return signal;
  }

  boolean isGiven() {
    return given;
  }

  private void give() {
    given = true;
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is taken down. */
  @Override
  public void close() {
    done.countDown();
  }
}
