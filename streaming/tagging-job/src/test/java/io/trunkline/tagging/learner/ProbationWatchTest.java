package io.trunkline.tagging.learner;

import static io.trunkline.tagging.learner.LearnerHarness.COOL_DOWN;
import static io.trunkline.tagging.learner.LearnerHarness.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.tagging.models.Announcements;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a version is taken back. '3' served first and is good; '5' is bad. */
@Timeout(60)
final class ProbationWatchTest {
  private static final String GOOD = Announcements.digest('3');
  private static final String BAD = Announcements.digest('5');

  /** No round gets in the way. */
  private static final String NO_ROUNDS =
      LearnerHarness.SETTINGS.replace(
          "examples: 4, minExamples: 2", "examples: 1000, minExamples: 900");

  private final FakeRounds rounds = new FakeRounds();
  private final FakeVersions versions = new FakeVersions();
  private LearnerHarness learner;
  private int corrected;

  @BeforeEach
  void open() throws Exception {
    versions.isBad(BAD);
    learner = LearnerHarness.of(NO_ROUNDS, rounds, versions).opened();
  }

  @AfterEach
  void close() throws Exception {
    learner.close();
    assertThat(versions.open()).isZero();
  }

  @Test
  void aWorseVersionIsTakenBack() throws Exception {
    learner.announce(5, BAD);
    correctUntilDecision(1);

    ModelDecision decision = learner.decisions().get(0);
    assertThat(decision.getKind()).isEqualTo(DecisionKind.PROBATION);
    assertThat(decision.getVerdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(decision.getCandidate()).isEqualTo(GOOD);
    assertThat(decision.getChampion()).isEqualTo(BAD);
    assertThat(decision.getReplaces()).isEqualTo(5);
    assertThat(decision.getReason()).contains("solicited corrections of intent");
    assertThat(learner.announcements())
        .singleElement()
        .satisfies(
            announcement -> {
              assertThat(announcement.getDigest()).isEqualTo(GOOD);
              assertThat(announcement.getAnnouncedBy()).isEqualTo("learner");
              assertThat(announcement.getNote()).isEqualTo("takes generation 5 back");
            });
  }

  @Test
  void aVersionAsGoodAsTheOneBeforeServesOnAndBothAreLetGoInTheEnd() throws Exception {
    learner.announce(6, Announcements.digest('6'));
    correct(300);
    learner.await(() -> versions.open() == 2);
    learner.pass(PROBATION);
    learner.await(() -> versions.open() == 0);
    assertThat(learner.decisions()).isEmpty();
  }

  @Test
  void volunteeredCorrectionsWeighToo() throws Exception {
    learner.volunteer();
    learner.announce(5, BAD);
    correctUntilDecision(1);
    assertThat(learner.decisions().get(0).getReason())
        .contains("volunteered corrections of intent");
  }

  @Test
  void whatCameBackIsNotTriedAgainstTheBadOne() throws Exception {
    learner.announce(5, BAD);
    correctUntilDecision(1);
    learner.readBack(6);
    learner.await(() -> versions.open() == 0);
    correct(50);
    assertThat(versions.open()).isZero();
  }

  @Test
  void nothingIsTakenBackWhileItCoolsDown() throws Exception {
    learner.announce(5, BAD);
    correctUntilDecision(1);
    learner.readBack(6);
    learner.announce(7, BAD);
    correct(300);
    learner.pass(COOL_DOWN.minusSeconds(1));
    learner.runMail();
    assertThat(learner.announcements()).hasSize(1);

    learner.pass(Duration.ofSeconds(2));
    correctUntilDecision(2);
    assertThat(learner.announcements()).hasSize(2);
  }

  @Test
  void afterTooManyInARowOnlyPeopleDecide() throws Exception {
    takeBackTwice();
    assertThat(learner.decisions().get(1).getReason()).endsWith("from here on only people decide");
    assertThat(learner.metric("onHold")).isEqualTo(1);

    learner.readBack(8);
    learner.pass(COOL_DOWN);
    learner.announce(9, BAD);
    correctUntilDecision(3);
    assertThat(learner.decisions().get(2).getVerdict()).isEqualTo(Verdict.REJECTED);
    correct(900);
    assertThat(learner.decisions()).as("reported once").hasSize(3);
    assertThat(learner.announcements()).hasSize(2);
    assertThat(learner.rounds()).isEmpty();
  }

  @Test
  void whatSomebodyProposesEndsTheHold() throws Exception {
    takeBackTwice();
    learner.readBack(8);
    learner.propose(Announcements.digest('6'), 8, "somebody");
    learner.awaitDecision(3);
    learner.readBack(9);
    assertThat(learner.metric("onHold")).isZero();
    assertThat(learner.metric("rollbacksInARow")).isZero();
  }

  @Test
  void aVersionThatProvesItselfEndsTheRow() throws Exception {
    learner.announce(5, BAD);
    correctUntilDecision(1);
    learner.readBack(6);
    learner.announce(7, Announcements.digest('7'));
    assertThat(learner.metric("rollbacksInARow")).isEqualTo(1);
    learner.pass(PROBATION);
    assertThat(learner.metric("rollbacksInARow")).isZero();
  }

  @Test
  void evidenceSurvivesARestart() throws Exception {
    learner.announce(5, BAD);
    correct(6);
    learner.runMail();
    OperatorSubtaskState snapshot = learner.checkpoint();
    assertThat(learner.decisions()).isEmpty();
    learner.close();

    learner = LearnerHarness.of(NO_ROUNDS, rounds, versions).openedFrom(snapshot);
    int before = corrected;
    correctUntilDecision(1);
    int withEvidence = corrected - before;

    LearnerHarness afresh = LearnerHarness.of(NO_ROUNDS, rounds, versions).opened();
    learner.close();
    learner = afresh;
    learner.announce(5, BAD);
    before = corrected;
    correctUntilDecision(1);
    assertThat(withEvidence).isLessThan(corrected - before);
    assertThat(learner.announcements()).extracting(ModelAnnouncement::getDigest).containsOnly(GOOD);
  }

  @Test
  void labelsThatItDidNotGiveAtTheGateAreTold() throws Exception {
    learner.close();
    rounds.answer(Map.of("intent", Map.of("third", 100)));
    learner = LearnerHarness.of(rounds, versions).opened();
    learner.correct("round", 0, 4);
    learner.checkpoint();
    learner.awaitDecision(1);
    learner.readBack(5);
    correctUntilDecision(2);

    ModelDecision told = learner.decisions().get(1);
    assertThat(told.getKind()).isEqualTo(DecisionKind.PROBATION);
    assertThat(told.getVerdict()).isEqualTo(Verdict.REJECTED);
    assertThat(told.getReason()).contains("labels of intent are others than those it gave");
    assertThat(learner.announcements()).as("it serves on").hasSize(1);
  }

  private void takeBackTwice() throws Exception {
    learner.announce(5, BAD);
    correctUntilDecision(1);
    learner.readBack(6);
    learner.pass(COOL_DOWN);
    learner.announce(7, BAD);
    correctUntilDecision(2);
  }

  private void correct(int events) throws Exception {
    for (int i = 0; i < events; i++) {
      learner.correct("e", corrected, corrected + 1);
      corrected++;
      learner.runMail();
    }
  }

  private void correctUntilDecision(int number) throws Exception {
    while (learner.decisions().size() < number) {
      correct(1);
      learner.await(() -> learner.unasked() == 0 || learner.decisions().size() >= number);
    }
  }
}
