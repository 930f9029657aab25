package io.trunkline.tagging.learner;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.learner.Attempt.Failed;
import io.trunkline.tagging.learner.Attempt.Succeeded;
import io.trunkline.tagging.learner.rounds.DutyCycle;
import io.trunkline.tagging.learner.rounds.GatedModel;
import io.trunkline.tagging.learner.rounds.PlannedRound;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the round that is planned, aside, as soon as a checkpoint holds it, and again where it
 * failed. Confined to the task's thread.
 */
final class RoundWorker {
  /** Failures in a row after which a round is given up. */
  static final int MOST_FAILURES = 10;

  private static final Logger LOG = LoggerFactory.getLogger(RoundWorker.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final long NONE = -1;

  private final LearnerSettings settings;
  private final Aside aside;

  private @Nullable Task task;
  private @Nullable DutyCycle running;
  private long checkpoint = NONE;
  private int failures;

  RoundWorker(LearnerSettings settings, Aside aside) {
    this.settings = settings;
    this.aside = aside;
  }

  /** Told, on the task's thread, what becomes of a round. */
  interface Listener {
    /** It was run. */
    void ended(GatedModel model);

    /** It could not be run, and will be tried again. */
    void failed(Throwable cause);

    /** It cannot be run, however often it is tried: its examples are not fit to be learnt. */
    void refused(Throwable cause);

    /** It could not be run, and will not be tried again. */
    void gaveUp(Throwable cause);
  }

  /** Runs a round once a checkpoint holds it. */
  void begin(PlannedRound round, Listener listener) {
    task = new Task(round, listener);
    checkpoint = NONE;
  }

  /**
   * Runs a round that came back from a checkpoint. That counts as a failure: it may be what ended
   * the process, and must not do so for ever.
   */
  void resume(PlannedRound round, int failuresBefore, Listener listener) {
    task = new Task(round, listener);
    failures = failuresBefore + 1;
    if (failures < MOST_FAILURES) {
      run(task, Duration.ZERO);
    } else {
      stop();
      listener.gaveUp(new IllegalStateException("the process ended while it was run"));
    }
  }

  /** A checkpoint begins; if there is a round, it holds it. */
  void snapshot(long checkpointId) {
    if (task != null && checkpoint == NONE) {
      checkpoint = checkpointId;
    }
  }

  /** A checkpoint is complete, and so are all before it. */
  void completed(long checkpointId) {
    if (task != null && running == null && checkpoint != NONE && checkpoint <= checkpointId) {
      run(task, Duration.ZERO);
    }
  }

  /** How often the round could not be run, in a row. */
  int failures() {
    return failures;
  }

  private void run(Task next, Duration delay) {
    DutyCycle pace = new DutyCycle(settings.learning().rounds().processorShare());
    running = pace;
    aside.run(
        () -> settings.rounds().run(next.round(), pace), delay, attempt -> ended(next, attempt));
  }

  private void ended(Task ended, Attempt<GatedModel> attempt) {
    if (ended != task) {
      return; // It was dropped.
    }
    if (attempt instanceof Succeeded<GatedModel> succeeded) {
      stop();
      ended.listener().ended(succeeded.result());
    } else if (attempt instanceof Failed<GatedModel> failed) {
      failed(ended, failed.cause());
    }
  }

  private void failed(Task failed, Throwable cause) {
    if (cause instanceof InvalidInputException) {
      stop();
      failed.listener().refused(cause);
      return;
    }
    failures++;
    LOG.warn("Round {} failed, {} times in a row", failed.round().digest(), failures, cause);
    failed.listener().failed(cause);
    if (failures < MOST_FAILURES) {
      run(failed, waitAfter(failures));
    } else {
      stop();
      failed.listener().gaveUp(cause);
    }
  }

  /** Twice as long every time. */
  private Duration waitAfter(int failuresInARow) {
    Duration wait = settings.models().retryInterval().multipliedBy(1L << (failuresInARow - 1));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** Drops the round; what is running ends with its next step. */
  void stop() {
    if (running != null) {
      running.stop();
    }
    task = null;
    running = null;
    failures = 0;
  }

  /** A round and who is told of it. */
  private record Task(PlannedRound round, Listener listener) {}
}
