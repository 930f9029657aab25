package io.trunkline.tagging.models;

import io.trunkline.model.ModelVersion;
import io.trunkline.tagging.models.LoadOutcome.Failed;
import io.trunkline.tagging.models.LoadOutcome.Loaded;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the wanted model aside, on a thread of its own, again and again until it succeeds or
 * another one is wanted. At most one outcome lies ready; an outcome nobody takes is closed here, so
 * that a model is never left behind outside the heap.
 */
final class ModelLoader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TaggerSource source;
  private final Duration retryInterval;
  private final Runnable outcomeReady;
  private final ScheduledThreadPoolExecutor thread;

  private @Nullable ModelVersion wanted;
  private @Nullable LoadOutcome ready;
  private @Nullable Future<?> next;

  /**
   * @param name of the thread
   * @param outcomeReady told, on the thread, each time {@link #take} has something to give; may
   *     refuse where the task has ended
   */
  ModelLoader(ModelPlan plan, String name, Runnable outcomeReady) {
    this.source = plan.source();
    this.retryInterval = plan.retryInterval();
    this.outcomeReady = outcomeReady;
    // Made at the first use, by the task's thread, whose context class loader it inherits.
    this.thread = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, name));
  }

  /** Starts to load a model and forgets the one wanted before. */
  synchronized void want(ModelVersion version) {
    want(version, 1, Duration.ZERO);
  }

  /** Goes on trying a model that has failed once, after the retry interval. */
  synchronized void retry(ModelVersion version) {
    want(version, 2, retryInterval);
  }

  private void want(ModelVersion version, int attempt, Duration delay) {
    discardReady();
    if (next != null) {
      next.cancel(false);
    }
    wanted = version;
    schedule(version, attempt, delay);
  }

  /** The last outcome for the wanted model, once; null where there is none (any more). */
  synchronized @Nullable LoadOutcome take() {
    LoadOutcome outcome = ready;
    ready = null;
    return outcome;
  }

  private void schedule(ModelVersion version, int attempt, Duration delay) {
    next = thread.schedule(() -> load(version, attempt), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void load(ModelVersion version, int attempt) {
    if (isWanted(version)) {
      offer(LoadOutcome.attempt(source, version, attempt));
    }
  }

  private synchronized boolean isWanted(ModelVersion version) {
    return version.equals(wanted);
  }

  private synchronized void offer(LoadOutcome outcome) {
    ready = outcome;
    if (!isWanted(outcome.version())) {
      discardReady();
      return;
    }
    if (outcome instanceof Failed failed) {
      LOG.warn("Cannot load {}, attempt {}", failed.version(), failed.attempt(), failed.cause());
      schedule(failed.version(), failed.attempt() + 1, retryInterval);
    }
    outcomeReady.run();
  }

  private synchronized void discardReady() {
    if (ready instanceof Loaded loaded) {
      loaded.tagger().close();
    }
    ready = null;
  }

  /** Ends the thread and closes what was loaded and not taken. */
  @Override
  public void close() {
    synchronized (this) {
      wanted = null;
      discardReady();
    }
    thread.shutdownNow();
    awaitEnd();
  }

  /** The task's class loader goes away after it: a thread that still needs it would fail oddly. */
  private void awaitEnd() {
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A model is still being loaded; it will be dropped once it is read");
      }
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }
}
