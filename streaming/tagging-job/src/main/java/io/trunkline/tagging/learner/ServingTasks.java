package io.trunkline.tagging.learner;

import io.trunkline.model.Tagger;
import io.trunkline.tagging.learner.Attempt.Failed;
import io.trunkline.tagging.learner.Attempt.Succeeded;
import io.trunkline.tagging.learner.examples.TaskRule;
import io.trunkline.tagging.models.ModelPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out, aside, what the version that serves can learn; until then the one before counts. */
final class ServingTasks {
  private static final Logger LOG = LoggerFactory.getLogger(ServingTasks.class);

  private final ModelPlan models;
  private final Aside aside;
  private final Intake intake;

  /** The model that is asked; null where the answer is known. */
  private @Nullable String asked;

  ServingTasks(ModelPlan models, Aside aside, Intake intake) {
    this.models = models;
    this.aside = aside;
    this.intake = intake;
  }

  /** Whether it is known. */
  boolean areKnown() {
    return asked == null;
  }

  /** Asks a model, again and again until it answers or another one is asked. */
  void follow(String digest) {
    asked = digest;
    ask(digest, Duration.ZERO);
  }

  private void ask(String digest, Duration delay) {
    aside.run(() -> rules(digest), delay, attempt -> answered(digest, attempt));
  }

  private List<TaskRule> rules(String digest) throws IOException {
    try (Tagger tagger = models.source().load(digest)) {
      return TaskRule.ofAll(tagger.tasks());
    }
  }

  private void answered(String digest, Attempt<List<TaskRule>> attempt) {
    if (!digest.equals(asked)) {
      return;
    }
    if (attempt instanceof Succeeded<List<TaskRule>> succeeded) {
      asked = null;
      intake.follow(succeeded.result());
    } else if (attempt instanceof Failed<List<TaskRule>> failed) {
      LOG.warn("Cannot learn from corrections of {} yet", digest, failed.cause());
      ask(digest, models.retryInterval());
    }
  }
}
