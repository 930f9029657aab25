package io.trunkline.tagging.learner;

import io.trunkline.tagging.learner.Attempt.Failed;
import io.trunkline.tagging.learner.Attempt.Succeeded;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.function.ThrowingRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what takes long on a thread of its own, one thing after the other, at the lowest priority.
 * What comes of it is told in the task's mailbox.
 */
final class Aside implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final MailboxExecutor mailbox;
  private final ThrowingRunnable<Exception> afterwards;
  private final ScheduledThreadPoolExecutor thread;

  /** Seen by the task's thread alone. */
  private boolean closed;

  /**
   * @param name of the thread
   * @param afterwards run in the mailbox each time somebody was told something
   */
  Aside(String name, MailboxExecutor mailbox, ThrowingRunnable<Exception> afterwards) {
    this.name = name;
    this.mailbox = mailbox;
    this.afterwards = afterwards;
    // Made at the first use, by the task's thread, whose context class loader it inherits.
    this.thread = new ScheduledThreadPoolExecutor(1, this::thread);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private Thread thread(Runnable work) {
    Thread made = new Thread(work, name);
    made.setPriority(Thread.MIN_PRIORITY);
    return made;
  }

  /**
   * Does something.
   *
   * @param delay how long to wait before
   * @param then told, in the mailbox, how it ended; not told once this is closed
   */
  <T> void run(Callable<T> work, Duration delay, Consumer<Attempt<T>> then) {
    thread.schedule(
        () -> {
          Attempt<T> attempt = attempt(work);
          // Refused where the task has ended: then nobody waits for it.
          mailbox.execute(() -> tell(then, attempt), name);
        },
        delay.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  private <T> void tell(Consumer<Attempt<T>> then, Attempt<T> attempt) throws Exception {
    if (!closed) {
      then.accept(attempt);
      afterwards.run();
    }
  }

  private static <T> Attempt<T> attempt(Callable<T> work) {
    try {
      return new Succeeded<>(work.call());
    } catch (Throwable cause) {
      // Errors too: a round too large for the heap must leave the job running.
      return new Failed<>(cause);
    }
  }

  /** Whether nothing is done any more. */
  boolean hasEnded() {
    return thread.isTerminated();
  }

  /** Interrupts what is being done and waits for its end, for a while. */
  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} is still busy; what comes of it will be dropped", name);
      }
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }
}
