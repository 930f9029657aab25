package io.trunkline.tagging;

import io.trunkline.model.learning.Round;
import io.trunkline.tagging.learner.LearnerSettings;
import io.trunkline.tagging.learner.rounds.GatedModel;
import io.trunkline.tagging.learner.rounds.PlannedRound;
import io.trunkline.tagging.learner.rounds.RoundRunner;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds the first run of a round at one point of it, until the job is gone. Operators are
 * serialised on their way to the cluster, so they hear of it through static fields.
 */
final class RoundFault {
  /** A point of a round. */
  enum Point {
    BEFORE_PLAN,
    AFTER_PLAN,
    MID_TRAINING,
    AFTER_ARCHIVE,
    AFTER_ANNOUNCEMENT
  }

  private static final int STEPS = 3;

  private static volatile Point point = Point.BEFORE_PLAN;
  private static volatile CountDownLatch reached = new CountDownLatch(1);
  private static final AtomicInteger RUNS = new AtomicInteger();

  RoundFault(Point at) {
    point = at;
    reached = new CountDownLatch(1);
    RUNS.set(0);
  }

  /** Waits until the first run is held. */
  void awaitHeld() throws InterruptedException {
    reached.await();
  }

  /** The same settings, of rounds with the fault in them. */
  LearnerSettings in(LearnerSettings settings) {
    return new LearnerSettings(
        settings.learning(),
        settings.models(),
        settings.tasks(),
        settings.tasksOf(),
        settings.howRoundsLearn(),
        new FaultyRounds(settings.rounds()));
  }

  private record FaultyRounds(RoundRunner rounds) implements RoundRunner {
    @Override
    public String digest(Round round) throws IOException {
      return rounds.digest(round);
    }

    @Override
    public GatedModel run(PlannedRound planned, Runnable afterStep) throws Exception {
      boolean first = RUNS.incrementAndGet() == 1;
      holdIf(first && point == Point.AFTER_PLAN);
      AtomicInteger steps = new AtomicInteger();
      GatedModel model =
          rounds.run(
              planned,
              () -> {
                afterStep.run();
                holdIf(first && point == Point.MID_TRAINING && steps.incrementAndGet() == STEPS);
              });
      holdIf(first && point == Point.AFTER_ARCHIVE);
      return model;
    }

    private static void holdIf(boolean held) {
      if (held) {
        reached.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException gone) {
          throw new IllegalStateException("the job is gone", gone);
        }
      }
    }
  }
}
