package io.trunkline.tagging;

import io.trunkline.model.learning.Round;
import io.trunkline.tagging.learner.LearnerSettings;
import io.trunkline.tagging.learner.rounds.GatedModel;
import io.trunkline.tagging.learner.rounds.PlannedRound;
import io.trunkline.tagging.learner.rounds.RoundRunner;
import io.trunkline.tagging.models.ModelPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rounds that fail, the tenth of them when told. Heard of through static fields, see {@link Fault}.
 */
final class FailingRounds {
  private static final int LAST = 10;
  private static final AtomicInteger RUNS = new AtomicInteger();

  private static volatile CountDownLatch lastBegun = new CountDownLatch(1);
  private static volatile CountDownLatch lastMayFail = new CountDownLatch(1);

  FailingRounds() {
    RUNS.set(0);
    lastBegun = new CountDownLatch(1);
    lastMayFail = new CountDownLatch(1);
  }

  /** Waits until nine have failed and the tenth goes on. */
  void awaitLast() throws InterruptedException {
    lastBegun.await();
  }

  void failLast() {
    lastMayFail.countDown();
  }

  /** The same settings, of rounds that fail one soon after the other. */
  LearnerSettings in(LearnerSettings settings) {
    ModelPlan models = settings.models();
    return new LearnerSettings(
        settings.learning(),
        new ModelPlan(models.start(), models.source(), Duration.ofMillis(1)),
        settings.tasks(),
        settings.tasksOf(),
        settings.howRoundsLearn(),
        new Failing(settings.rounds()));
  }

  private record Failing(RoundRunner rounds) implements RoundRunner {
    @Override
    public String digest(Round round) throws IOException {
      return rounds.digest(round);
    }

    @Override
    public GatedModel run(PlannedRound planned, Runnable afterStep) throws Exception {
      if (RUNS.incrementAndGet() == LAST) {
        lastBegun.countDown();
        lastMayFail.await();
      }
      throw new IOException("the trainer fails");
    }
  }
}
