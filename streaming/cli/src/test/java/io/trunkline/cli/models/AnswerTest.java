package io.trunkline.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnswerTest {
  private static final String DIGEST = "a".repeat(64);
  private static final String OTHER = "b".repeat(64);

  private final Answer answer =
      new Answer(new ModelProposal(DIGEST, 3L, "ann", "better", Instant.EPOCH));

  @Test
  void anAcceptanceIsCompleteWithItsAnnouncement() {
    answer.hear(decision(DecisionKind.PROPOSAL, Verdict.ACCEPTED, DIGEST, 3, "ann"));
    assertThat(answer.isComplete()).isFalse();
    answer.hear(announcement(OTHER), 4);
    assertThat(answer.isComplete()).isFalse();
    answer.hear(announcement(DIGEST), 5);

    assertThat(answer.isComplete()).isTrue();
    assertThat(answer.outcome("late"))
        .isEqualTo(new Outcome(DIGEST, 5L, 3L, Outcome.Verdict.ACCEPTED, "because"));
  }

  @Test
  void theAnnouncementMayBeSeenFirst() {
    answer.hear(announcement(DIGEST), 4);
    answer.hear(decision(DecisionKind.PROPOSAL, Verdict.ACCEPTED, DIGEST, 3, "ann"));

    assertThat(answer.isComplete()).isTrue();
    assertThat(answer.outcome("late").generation()).isEqualTo(4);
  }

  @Test
  void aRefusalIsComplete() {
    answer.hear(decision(DecisionKind.PROPOSAL, Verdict.REJECTED, DIGEST, 3, "ann"));

    assertThat(answer.isComplete()).isTrue();
    assertThat(answer.outcome("late"))
        .isEqualTo(new Outcome(DIGEST, null, 3L, Outcome.Verdict.REFUSED, "because"));
  }

  @Test
  void aDecisionOnSomethingElseIsNoAnswer() {
    answer.hear(decision(DecisionKind.GATE, Verdict.ACCEPTED, DIGEST, 3, "ann"));
    answer.hear(decision(DecisionKind.PROPOSAL, Verdict.REJECTED, OTHER, 3, "ann"));
    answer.hear(decision(DecisionKind.PROPOSAL, Verdict.REJECTED, null, 3, "ann"));
    answer.hear(decision(DecisionKind.PROPOSAL, Verdict.REJECTED, DIGEST, 2, "ann"));
    answer.hear(decision(DecisionKind.PROPOSAL, Verdict.REJECTED, DIGEST, 3, "bob"));

    assertThat(answer.isComplete()).isFalse();
    assertThat(answer.outcome("late"))
        .isEqualTo(new Outcome(DIGEST, null, 3L, Outcome.Verdict.UNDECIDED, "late"));
  }

  private static ModelAnnouncement announcement(String digest) {
    return new ModelAnnouncement(digest, Instant.EPOCH, "job", "");
  }

  private static ModelDecision decision(
      DecisionKind kind, Verdict verdict, @Nullable String candidate, long replaces, String by) {
    return new ModelDecision(
        kind,
        verdict,
        candidate,
        "c".repeat(64),
        replaces,
        null,
        by,
        "because",
        List.of(),
        Instant.EPOCH);
  }
}
