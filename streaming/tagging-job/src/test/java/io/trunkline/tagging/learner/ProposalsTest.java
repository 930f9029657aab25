package io.trunkline.tagging.learner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.tagging.models.Announcements;
import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.Signal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of what people propose. Generation 3 serves. */
@Timeout(60)
final class ProposalsTest {
  private static final String FIVE = Announcements.digest('5');
  private static final String SIX = Announcements.digest('6');

  private final FakeModels models = new FakeModels();
  private final FakeRounds rounds = new FakeRounds();
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
  void aModelThatCanServeIsAnnouncedForTheOneWhoProposedIt() throws Exception {
    learner.propose(FIVE, 3, "somebody");

    ModelDecision decision = learner.awaitDecision(1);
    assertThat(decision.getKind()).isEqualTo(DecisionKind.PROPOSAL);
    assertThat(decision.getVerdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(decision.getCandidate()).isEqualTo(FIVE);
    assertThat(decision.getChampion()).isEqualTo(Announcements.digest('3'));
    assertThat(decision.getReplaces()).isEqualTo(3);
    assertThat(decision.getBy()).isEqualTo("somebody");
    assertThat(learner.announcements())
        .singleElement()
        .satisfies(
            announcement -> {
              assertThat(announcement.getDigest()).isEqualTo(FIVE);
              assertThat(announcement.getAnnouncedBy()).isEqualTo("somebody");
              assertThat(announcement.getNote()).isEqualTo("why");
            });
    assertThat(models.open()).as("what was verified is let go").isEmpty();
  }

  @Test
  void ofTwoForOneGenerationTheFirstWins() throws Exception {
    learner.propose(FIVE, 3, "first");
    learner.propose(SIX, 3, "second");
    learner.awaitDecision(1);
    assertThat(learner.decisions()).as("the other waits until it is known what serves").hasSize(1);

    learner.readBack(4);
    learner.awaitDecision(2);
    assertThat(learner.decisions())
        .extracting(ModelDecision::getBy, ModelDecision::getVerdict)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("first", Verdict.ACCEPTED),
            org.assertj.core.groups.Tuple.tuple("second", Verdict.REJECTED));
    assertThat(learner.decisions().get(1).getReason())
        .isEqualTo("it is to replace generation 3, but generation 4 serves");
    assertThat(learner.announcements()).hasSize(1);
  }

  @Test
  void oneThatIsStaleIsRefused() throws Exception {
    learner.propose(FIVE, 2, "late");
    assertThat(learner.awaitDecision(1).getReason())
        .isEqualTo("it is to replace generation 2, but generation 3 serves");
    assertThat(models.loads()).isEmpty();
  }

  @Test
  void oneThatCannotBeLoadedIsRefused() throws Exception {
    models.breaks('5');
    learner.propose(FIVE, 3, "somebody");
    ModelDecision decision = learner.awaitDecision(1);
    assertThat(decision.getVerdict()).isEqualTo(Verdict.REJECTED);
    assertThat(decision.getReason()).isEqualTo("model 5 is broken");
    assertThat(learner.announcements()).isEmpty();
  }

  @Test
  void oneThatKnowsMoreThanTheLearnerWaitsAndHoldsNobodyUp() throws Exception {
    learner.propose(SIX, 4, "early");
    learner.propose(FIVE, 3, "now");
    assertThat(learner.awaitDecision(1).getBy()).isEqualTo("now");

    learner.readBack(4);
    ModelDecision decision = learner.awaitDecision(2);
    assertThat(decision.getBy()).isEqualTo("early");
    assertThat(decision.getVerdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void oneForAGenerationThatNeverComesIsRefusedInTheEnd() throws Exception {
    learner.propose(FIVE, 99, "dreamer");
    learner.pass(Duration.ofSeconds(59));
    assertThat(learner.decisions()).isEmpty();
    learner.pass(Duration.ofSeconds(2));
    assertThat(learner.awaitDecision(1).getVerdict()).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void onesThatAreUndecidedSurviveARestart() throws Exception {
    CountDownLatch gate = models.hold();
    learner.propose(FIVE, 3, "first");
    learner.propose(SIX, 3, "second");
    var snapshot = learner.checkpoint();
    gate.countDown();
    try (LearnerHarness restored = LearnerHarness.of(rounds, models).openedFrom(snapshot)) {
      restored.pass(Duration.ofSeconds(1));
      assertThat(restored.awaitDecision(1).getBy()).isEqualTo("first");
      restored.readBack(4);
      assertThat(restored.awaitDecision(2).getVerdict()).isEqualTo(Verdict.REJECTED);
    }
  }

  @Test
  void whatIsNoProposalIsADeadLetter() throws Exception {
    learner.signal(Signal.Kind.PROPOSAL, "proposals", "no proposal".getBytes(UTF_8));
    assertThat(learner.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.stage()).isEqualTo(Rejected.Stage.LEARN);
              assertThat(rejected.origin().topic()).isEqualTo("proposals");
            });
  }

  @Test
  void anAnnouncementThatWasLostIsMadeAgain() throws Exception {
    learner.propose(FIVE, 3, "somebody");
    learner.awaitDecision(1);
    learner.pass(Duration.ofMinutes(14));
    assertThat(learner.announcements()).hasSize(1);
    learner.pass(Duration.ofMinutes(2));
    assertThat(learner.announcements()).hasSize(2).allMatch(a -> a.getDigest().equals(FIVE));
  }
}
