package io.trunkline.tagging.learner;

import static io.trunkline.tagging.learner.LearnerHarness.CROWD;
import static io.trunkline.tagging.learner.LearnerHarness.EXPERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.tagging.learner.rounds.PlannedRound;
import io.trunkline.tagging.models.Announcements;
import io.trunkline.tagging.models.FakeModels;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A restart at any point of a round changes nothing of what is planned, made and announced. */
@Timeout(60)
final class LearnerRestoreTest {
  private final FakeModels models = new FakeModels();
  private final FakeRounds rounds = new FakeRounds();

  @Test
  void beforeThePlan() throws Exception {
    OperatorSubtaskState snapshot;
    try (LearnerHarness learner = opened()) {
      learner.correctHeldOut("h", EXPERT);
      learner.correct("e", 0, 3);
      snapshot = learner.checkpoint();
    }
    try (LearnerHarness learner = openedFrom(snapshot)) {
      learner.correct("e", 3, 4);
      learner.await(() -> learner.rounds().size() == 1);
      learner.checkpoint();
      learner.awaitDecision(1);
      assertThat(rounds.runs()).containsExactly(undisturbed());
    }
  }

  @Test
  void afterThePlanWhichNoCheckpointHolds() throws Exception {
    OperatorSubtaskState snapshot;
    try (LearnerHarness learner = opened()) {
      learner.correctHeldOut("h", EXPERT);
      learner.correct("e", 0, 3);
      snapshot = learner.checkpoint();
      learner.correct("e", 3, 4);
      assertThat(learner.rounds()).hasSize(1);
    }
    assertThat(rounds.runs()).isEmpty();
    try (LearnerHarness learner = openedFrom(snapshot)) {
      learner.correct("e", 3, 4);
      learner.await(() -> learner.rounds().size() == 1);
      learner.checkpoint();
      learner.awaitDecision(1);
      assertThat(rounds.runs()).containsExactly(undisturbed());
    }
  }

  @Test
  void inTheMiddleOfTraining() throws Exception {
    CountDownLatch gate = rounds.hold();
    OperatorSubtaskState snapshot;
    try (LearnerHarness learner = opened()) {
      plan(learner);
      snapshot = learner.checkpoint();
      rounds.awaitRun();
    }
    gate.countDown();
    try (LearnerHarness learner = openedFrom(snapshot)) {
      ModelDecision decision = learner.awaitDecision(1);
      assertThat(learner.rounds()).as("it was recorded before").isEmpty();
      assertThat(decision.getVerdict()).isEqualTo(Verdict.ACCEPTED);
      assertThat(decision.getCandidate()).isEqualTo(FakeRounds.modelOf(undisturbed().digest()));
      assertThat(rounds.runs()).hasSize(2).containsOnly(undisturbed());
    }
  }

  @Test
  void afterTheAnnouncementWhichNoCheckpointHolds() throws Exception {
    OperatorSubtaskState snapshot;
    List<ModelAnnouncement> lost;
    try (LearnerHarness learner = opened()) {
      plan(learner);
      snapshot = learner.checkpoint();
      learner.awaitDecision(1);
      lost = learner.announcements();
    }
    try (LearnerHarness learner = openedFrom(snapshot)) {
      learner.awaitDecision(1);
      assertThat(learner.announcements())
          .extracting(ModelAnnouncement::getDigest)
          .containsExactly(lost.get(0).getDigest());
    }
  }

  @Test
  void afterTheAnnouncement() throws Exception {
    OperatorSubtaskState snapshot;
    String announced;
    try (LearnerHarness learner = opened()) {
      plan(learner);
      learner.checkpoint();
      learner.awaitDecision(1);
      announced = learner.announcements().get(0).getDigest();
      snapshot = learner.checkpoint();
    }
    try (LearnerHarness learner = openedFrom(snapshot)) {
      learner.correct("f", 0, 4);
      learner.pass(Duration.ofSeconds(5));
      learner.checkpoint();
      assertThat(learner.rounds()).as("none while it is on its way").isEmpty();

      learner.announce(4, announced);
      learner.await(() -> !learner.rounds().isEmpty());
      assertThat(learner.rounds().get(0).getParent()).isEqualTo(announced);
      assertThat(learner.rounds().get(0).getNumber()).isEqualTo(1);
      assertThat(learner.announcements()).isEmpty();
      assertThat(rounds.runs()).hasSize(1);
    }
  }

  @Test
  void anAnnouncementIsNotLostBecauseTheJobWasDownForLong() throws Exception {
    OperatorSubtaskState snapshot;
    try (LearnerHarness learner = opened()) {
      plan(learner);
      learner.checkpoint();
      learner.awaitDecision(1);
      snapshot = learner.checkpoint();
    }
    try (LearnerHarness learner = LearnerHarness.of(rounds, models)) {
      learner.setProcessingTime(Duration.ofHours(5).toMillis());
      learner.openedFrom(snapshot).pass(Duration.ofSeconds(5));
      assertThat(learner.announcements()).isEmpty();
    }
  }

  @Test
  void aRoundOfOtherSettingsIsRejectedAndItsCorrectionsAreTriedAgain() throws Exception {
    rounds.hold();
    OperatorSubtaskState snapshot;
    try (LearnerHarness learner = opened()) {
      plan(learner);
      snapshot = learner.checkpoint();
    }
    FakeRounds otherwise = new FakeRounds("another release");
    try (LearnerHarness learner = LearnerHarness.of(otherwise, models).openedFrom(snapshot)) {
      ModelDecision decision = learner.awaitDecision(1);
      assertThat(decision.getVerdict()).isEqualTo(Verdict.REJECTED);
      assertThat(decision.getReason())
          .isEqualTo("it was planned with other settings, or by another release");
      assertThat(learner.metric("retried")).isEqualTo(4);
      assertThat(otherwise.runs()).isEmpty();
    }
  }

  @Test
  void whatIsReadAgainAndHeldOutIsKept() throws Exception {
    rounds.reject();
    OperatorSubtaskState snapshot;
    try (LearnerHarness learner = opened()) {
      learner.correctHeldOut("h", EXPERT);
      for (int i = 0; i < 2; i++) {
        learner.correct("e" + i + "-", 0, 4);
        learner.checkpoint();
        learner.awaitDecision(i + 1);
      }
      learner.correct("f", 0, 1);
      snapshot = learner.checkpoint();
    }
    try (LearnerHarness learner = openedFrom(snapshot)) {
      assertThat(learner.metric("replayable")).isEqualTo(4);
      assertThat(learner.metric("retried")).isEqualTo(4);
      assertThat(learner.metric("waiting")).isEqualTo(1);
      assertThat(learner.metric("judges")).isEqualTo(1);
      assertThat(learner.metric("accepted")).isEqualTo(9);
      assertThat(learner.metric("rounds")).isEqualTo(2);
    }
  }

  @Test
  void theVersionThatServesIsRememberedAndSoIsWhatItCanLearn() throws Exception {
    OperatorSubtaskState snapshot;
    try (LearnerHarness learner = opened()) {
      learner.announce(7, Announcements.digest('7'));
      learner.correct("e", 0, 4);
      learner.await(() -> learner.rounds().size() == 1);
      snapshot = learner.checkpoint();
    }
    try (LearnerHarness learner = openedFrom(snapshot)) {
      assertThat(learner.metric("generation")).isEqualTo(7);
      learner.correct("g", CROWD, "fourth", 0);
      assertThat(learner.rejected()).hasSize(1);
    }
  }

  /** Accepted corrections are new in one round each, wait for theirs, or were replaced. */
  @Test
  void correctionsAreCountedEndToEnd() throws Exception {
    OperatorSubtaskState snapshot;
    long inRounds = 0;
    try (LearnerHarness learner = opened()) {
      for (int i = 0; i < 30; i++) {
        learner.correct("e" + i % 7, CROWD, i % 2 == 0 ? "second" : "third", i);
        learner.correctHeldOut("h" + i, i % 3 == 0 ? EXPERT : CROWD);
        learner.runMail();
        if (i % 10 == 5) {
          learner.checkpoint();
        }
      }
      snapshot = learner.checkpoint();
      inRounds += learner.rounds().stream().mapToLong(Round::getCorrections).sum();
    }
    rounds.reject();
    try (LearnerHarness learner = openedFrom(snapshot)) {
      learner.pass(Duration.ofSeconds(5));
      learner.correct("f", 0, 30);
      learner.checkpoint();
      inRounds += learner.rounds().stream().mapToLong(Round::getCorrections).sum();
      assertThat(learner.metric("accepted")).isEqualTo(60);
      assertThat(inRounds + learner.metric("waiting") + learner.metric("replaced")).isEqualTo(60);
      assertThat(learner.metric("heldOut")).isEqualTo(10);
      assertThat(learner.metric("setAside")).isEqualTo(20);
      assertThat(learner.metric("received")).isEqualTo(90);
    }
  }

  private void plan(LearnerHarness learner) throws Exception {
    learner.correctHeldOut("h", EXPERT);
    learner.correct("e", 0, 4);
  }

  /** The round as it is run where nothing is restarted. */
  private static PlannedRound undisturbed() throws Exception {
    FakeRounds alone = new FakeRounds();
    try (LearnerHarness learner = LearnerHarness.of(alone, new FakeModels()).opened()) {
      learner.correctHeldOut("h", EXPERT);
      learner.correct("e", 0, 4);
      learner.checkpoint();
      learner.awaitDecision(1);
    }
    assertThat(alone.runs().get(0).heldOut()).extracting(Example::id).containsExactly("expert:h");
    return alone.runs().get(0);
  }

  private LearnerHarness opened() throws Exception {
    return LearnerHarness.of(rounds, models).opened();
  }

  private LearnerHarness openedFrom(OperatorSubtaskState snapshot) throws Exception {
    return LearnerHarness.of(rounds, models).openedFrom(snapshot);
  }
}
