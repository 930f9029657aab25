package io.trunkline.cli.models;

import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the job has answered to a proposal so far: a decision and, where it accepts, an
 * announcement. They are written at once but may be seen one after the other, in any order.
 */
final class Answer {
  private final ModelProposal proposal;
  private @Nullable ModelDecision decision;
  private @Nullable Long generation;

  Answer(ModelProposal proposal) {
    this.proposal = proposal;
  }

  /** Hears a decision, perhaps on something else. */
  void hear(ModelDecision heard) {
    if (heard.getKind() == DecisionKind.PROPOSAL
        && proposal.getDigest().equals(heard.getCandidate())
        && heard.getReplaces() == proposal.getReplaces()
        && heard.getBy().equals(proposal.getBy())) {
      decision = heard;
    }
  }

  /** Hears an announcement, perhaps of something else. */
  void hear(ModelAnnouncement heard, long offset) {
    if (heard.getDigest().equals(proposal.getDigest())) {
      generation = offset;
    }
  }

  /** Whether nothing more is to come. */
  boolean isComplete() {
    return decision != null && (decision.getVerdict() != Verdict.ACCEPTED || generation != null);
  }

  /** What there is; {@link Outcome.Verdict#UNDECIDED} with this reason if there is no decision. */
  Outcome outcome(String undecided) {
    if (decision == null) {
      return outcome(null, Outcome.Verdict.UNDECIDED, undecided);
    }
    return decision.getVerdict() == Verdict.ACCEPTED
        ? outcome(generation, Outcome.Verdict.ACCEPTED, decision.getReason())
        : outcome(null, Outcome.Verdict.REFUSED, decision.getReason());
  }

  private Outcome outcome(@Nullable Long announced, Outcome.Verdict verdict, String reason) {
    return new Outcome(proposal.getDigest(), announced, proposal.getReplaces(), verdict, reason);
  }
}
