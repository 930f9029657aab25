package io.trunkline.tagging.learner;

import static io.trunkline.tagging.learner.LearnerHarness.CROWD;
import static io.trunkline.tagging.learner.LearnerHarness.EXPERT;
import static io.trunkline.tagging.learner.LearnerHarness.MAX_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.RoundTrigger;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.tagging.learner.rounds.PlannedRound;
import io.trunkline.tagging.models.Announcements;
import io.trunkline.tagging.models.FakeModels;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When rounds are planned, what is in them and what becomes of their models. */
@Timeout(60)
final class RoundsTest {
  private final FakeRounds rounds = new FakeRounds();
  private final FakeModels models = new FakeModels();
  private LearnerHarness learner;

  @BeforeEach
  void open() throws Exception {
    learner = LearnerHarness.of(rounds, models).opened();
  }

  @AfterEach
  void close() throws Exception {
    learner.close();
  }

  @Test
  void aRoundIsPlannedOfEnoughCorrections() throws Exception {
    learner.correct("e", 0, 3);
    assertThat(learner.rounds()).isEmpty();

    learner.correct("e", 3, 4);
    Round round = learner.rounds().get(0);
    assertThat(round.getNumber()).isZero();
    assertThat(round.getParent()).isEqualTo(Announcements.digest('3'));
    assertThat(round.getReplaces()).isEqualTo(3);
    assertThat(round.getTrigger()).isEqualTo(RoundTrigger.EXAMPLES);
    assertThat(round.getCorrections()).isEqualTo(4);
    assertThat(round.getRetried()).isZero();
    assertThat(round.getReplayed()).isZero();
    assertThat(round.getSeed()).isEqualTo(10);
  }

  @Test
  void fewerMakeARoundOnceTheOldestHasWaited() throws Exception {
    learner.correct("e", 0, 1);
    learner.pass(MAX_WAIT.minusSeconds(1));
    learner.correct("e", 1, 2);
    assertThat(learner.rounds()).isEmpty();

    learner.pass(Duration.ofSeconds(2));
    assertThat(learner.rounds())
        .singleElement()
        .extracting(Round::getTrigger)
        .isEqualTo(RoundTrigger.TIME);
  }

  @Test
  void tooFewWaitOn() throws Exception {
    learner.correct("e", 0, 1);
    learner.drift(3);
    learner.pass(MAX_WAIT.multipliedBy(100));
    assertThat(learner.rounds()).isEmpty();
  }

  @Test
  void fewerMakeARoundWhereQualityHasChanged() throws Exception {
    learner.correct("e", 0, 2);
    learner.drift(2);
    assertThat(learner.rounds()).as("a change of an earlier version's quality").isEmpty();

    learner.drift(3);
    assertThat(learner.rounds())
        .singleElement()
        .extracting(Round::getTrigger)
        .isEqualTo(RoundTrigger.DRIFT);
  }

  @Test
  void aPlanIsRunOnceACheckpointHoldsIt() throws Exception {
    learner.snapshot(1, 0);
    learner.correct("e", 0, 4);
    learner.notifyOfCompletedCheckpoint(1);
    learner.snapshot(2, 0);
    assertThat(rounds.runs()).isEmpty();

    learner.notifyOfCompletedCheckpoint(2);
    learner.awaitDecision(1);
    assertThat(rounds.runs())
        .singleElement()
        .extracting(PlannedRound::digest)
        .isEqualTo(learner.rounds().get(0).getDigest());
  }

  @Test
  void whatIsInARoundDoesNotDependOnTheOrderOfArrival() throws Exception {
    for (int i = 3; i >= 0; i--) {
      learner.correct("e", i, i + 1);
    }
    learner.checkpoint();
    learner.awaitDecision(1);
    assertThat(rounds.runs().get(0).round().fresh())
        .extracting(Example::id)
        .containsExactly("crowd:e0", "crowd:e1", "crowd:e2", "crowd:e3");
  }

  @Test
  void anAcceptedModelIsAnnouncedAndTheNextRoundStartsFromIt() throws Exception {
    learner.correct("e", 0, 4);
    learner.checkpoint();
    ModelDecision decision = learner.awaitDecision(1);

    String model = FakeRounds.modelOf(learner.rounds().get(0).getDigest());
    assertThat(decision.getKind()).isEqualTo(DecisionKind.GATE);
    assertThat(decision.getVerdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(decision.getCandidate()).isEqualTo(model);
    assertThat(decision.getChampion()).isEqualTo(Announcements.digest('3'));
    assertThat(decision.getReplaces()).isEqualTo(3);
    assertThat(decision.getRound()).isEqualTo(learner.rounds().get(0).getDigest());
    assertThat(decision.getReason()).isEqualTo("better");
    assertThat(learner.announcements())
        .singleElement()
        .satisfies(
            announcement -> {
              assertThat(announcement.getDigest()).isEqualTo(model);
              assertThat(announcement.getAnnouncedBy()).isEqualTo("learner");
            });

    learner.correct("f", 0, 4);
    assertThat(learner.rounds()).as("none while an announcement is on its way").hasSize(1);

    learner.readBack(5);
    learner.await(() -> learner.rounds().size() == 2);
    assertThat(learner.rounds().get(1).getParent()).isEqualTo(model);
    assertThat(learner.rounds().get(1).getReplaces()).isEqualTo(5);
    assertThat(learner.rounds().get(1).getSeed()).isEqualTo(11);
    assertThat(learner.rounds().get(1).getReplayed()).as("what was learnt is gone").isZero();
  }

  @Test
  void rejectedCorrectionsAreTriedAgainAndThenReadAgain() throws Exception {
    rounds.reject();
    learner.correct("e", 0, 4);
    learner.checkpoint();
    ModelDecision decision = learner.awaitDecision(1);
    assertThat(decision.getVerdict()).isEqualTo(Verdict.REJECTED);
    assertThat(decision.getReason()).isEqualTo("worse");
    assertThat(learner.announcements()).isEmpty();
    assertThat(learner.metric("retried")).isEqualTo(4);
    assertThat(learner.rounds()).as("they are no reason for another round").hasSize(1);

    learner.correct("f", 0, 4);
    learner.checkpoint();
    learner.awaitDecision(2);
    assertThat(learner.rounds().get(1).getCorrections()).isEqualTo(4);
    assertThat(learner.rounds().get(1).getRetried()).isEqualTo(4);

    learner.correct("g", 0, 4);
    learner.checkpoint();
    learner.awaitDecision(3);
    assertThat(learner.rounds().get(2).getCorrections()).isEqualTo(4);
    assertThat(learner.rounds().get(2).getRetried()).isEqualTo(4);
    assertThat(learner.rounds().get(2).getReplayed()).isEqualTo(4);
    assertThat(rounds.runs().get(2).round().replayed())
        .extracting(Example::id)
        .containsExactly("crowd:e0", "crowd:e1", "crowd:e2", "crowd:e3");
  }

  @Test
  void aRoundWhoseModelWouldReplaceAnotherOneIsDropped() throws Exception {
    CountDownLatch gate = rounds.hold();
    learner.correct("e", 0, 4);
    learner.checkpoint();
    learner.announce(6, Announcements.digest('6'));

    assertThat(learner.awaitDecision(1).getVerdict()).isEqualTo(Verdict.REJECTED);
    gate.countDown();
    learner.correct("f", 0, 4);
    learner.await(() -> learner.rounds().size() == 2);
    learner.checkpoint();
    learner.awaitDecision(2);
    assertThat(learner.decisions())
        .extracting(ModelDecision::getVerdict)
        .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
    assertThat(learner.rounds().get(1).getReplaces()).isEqualTo(6);
    assertThat(learner.rounds().get(1).getRetried()).isEqualTo(4);
  }

  @Test
  void aFailureIsReportedAndTheSamePlanRunAgain() throws Exception {
    rounds.fail(2);
    learner.correct("e", 0, 4);
    learner.checkpoint();
    learner.awaitDecision(2);
    assertThat(learner.decisions())
        .allSatisfy(
            decision -> {
              assertThat(decision.getVerdict()).isEqualTo(Verdict.FAILED);
              assertThat(decision.getCandidate()).isNull();
              assertThat(decision.getReason()).isEqualTo("the store is away");
            });
    assertThat(learner.metric("failuresInARow")).isEqualTo(2);

    assertThat(learner.awaitDecision(3).getVerdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(learner.metric("failuresInARow")).isZero();
    assertThat(rounds.runs())
        .extracting(PlannedRound::digest)
        .hasSize(3)
        .containsOnly(learner.rounds().get(0).getDigest());
  }

  @Test
  void tenFailuresInARowEndARound() throws Exception {
    rounds.fail(10);
    learner.correct("e", 0, 4);
    learner.checkpoint();
    ModelDecision last = learner.awaitDecision(11);
    assertThat(last.getVerdict()).isEqualTo(Verdict.REJECTED);
    assertThat(last.getReason())
        .isEqualTo("given up after 10 failures in a row: the store is away");
    assertThat(rounds.runs()).hasSize(10);
    assertThat(learner.metric("retried")).isEqualTo(4);
    assertThat(learner.rejected()).isEmpty();
  }

  @Test
  void whatStopsTooManyRoundsBecomesDeadLetters() throws Exception {
    rounds.fail(20);
    learner.correct("e", 0, 4);
    learner.checkpoint();
    learner.awaitDecision(11);
    learner.correct("f", 0, 4);
    learner.checkpoint();
    learner.awaitDecision(22);
    assertThat(learner.rejected())
        .hasSize(4)
        .allSatisfy(rejected -> assertThat(rejected.message()).contains("the store is away"));
    assertThat(learner.metric("retried")).isEqualTo(4);
  }

  @Test
  void modelsAreComparedOnHeldOutTextsOfThoseWhoAreTrusted() throws Exception {
    learner.correctHeldOut("h1", EXPERT);
    learner.correctHeldOut("h2", CROWD);
    learner.correct("e", EXPERT, "third", 0);
    learner.correct("f", 0, 3);
    learner.checkpoint();
    learner.awaitDecision(1);

    PlannedRound run = rounds.runs().get(0);
    assertThat(run.heldOut()).extracting(Example::id).containsExactly("expert:h1");
    assertThat(run.round().fresh())
        .extracting(Example::id)
        .containsExactly("crowd:f0", "crowd:f1", "crowd:f2", "expert:e");
    assertThat(learner.metric("heldOut")).isEqualTo(1);
    assertThat(learner.metric("setAside")).isEqualTo(1);
  }

  @Test
  void aHeldOutTextServesTwentyTimes() throws Exception {
    rounds.reject();
    learner.correctHeldOut("h", EXPERT);
    for (int i = 0; i < 21; i++) {
      learner.correct("e" + i + "-", 0, 4);
      learner.checkpoint();
      learner.awaitDecision(i + 1);
    }
    assertThat(rounds.runs().get(19).heldOut()).hasSize(1);
    assertThat(rounds.runs().get(20).heldOut()).isEmpty();
  }
}
