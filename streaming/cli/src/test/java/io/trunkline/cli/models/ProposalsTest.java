package io.trunkline.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProposalsTest {
  private static final String DIGEST = "a".repeat(64);
  private static final ModelProposal PROPOSAL =
      new ModelProposal(DIGEST, 3L, "ann", "better", Instant.EPOCH);

  @Test
  void theDecisionOnWhatWasProposedIsTheAnswer() {
    assertThat(isAnswer(DecisionKind.PROPOSAL, DIGEST, 3, "ann")).isTrue();
  }

  @Test
  void anythingElseIsNot() {
    assertThat(isAnswer(DecisionKind.GATE, DIGEST, 3, "ann")).isFalse();
    assertThat(isAnswer(DecisionKind.PROPOSAL, "b".repeat(64), 3, "ann")).isFalse();
    assertThat(isAnswer(DecisionKind.PROPOSAL, null, 3, "ann")).isFalse();
    assertThat(isAnswer(DecisionKind.PROPOSAL, DIGEST, 2, "ann")).isFalse();
    assertThat(isAnswer(DecisionKind.PROPOSAL, DIGEST, 3, "bob")).isFalse();
  }

  private static boolean isAnswer(DecisionKind kind, String candidate, long replaces, String by) {
    ModelDecision decision =
        new ModelDecision(
            kind,
            Verdict.ACCEPTED,
            candidate,
            "c".repeat(64),
            replaces,
            null,
            by,
            "",
            List.of(),
            Instant.EPOCH);
    return Proposals.isAnswer(decision, PROPOSAL);
  }
}
