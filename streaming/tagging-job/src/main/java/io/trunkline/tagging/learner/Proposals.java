package io.trunkline.tagging.learner;

import io.trunkline.model.Tagger;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.learner.Attempt.Failed;
import io.trunkline.tagging.learner.InFlight.Cause;
import io.trunkline.tagging.learner.Outbox.Decision;
import io.trunkline.tagging.models.TaggerSource;
import io.trunkline.tagging.records.SourceRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people propose. One proposal is decided at a time, in the order they came: so of several
 * that mean to replace the same generation one is accepted, and the others are stale.
 */
final class Proposals {
  /** Who proposes may have seen an announcement before the learner has; not long before. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final AvroCodec<ModelProposal> codec = AvroCodec.of(ModelProposal.class);
  private final Deque<Proposed> undecided = new ArrayDeque<>();

  private final Remembered<SourceRecord> state;
  private final Versions versions;
  private final Outbox out;
  private final TaggerSource models;
  private final Aside aside;

  private @Nullable Proposed beingVerified;

  Proposals(Remembered<SourceRecord> state, Desk desk, Aside aside) throws Exception {
    this.state = state;
    this.versions = desk.versions();
    this.out = desk.out();
    this.models = desk.settings().models().source();
    this.aside = aside;
    for (SourceRecord remembered : state.all()) {
      add(remembered);
    }
  }

  /** Takes a proposal in. */
  void add(SourceRecord record) {
    try {
      undecided.add(new Proposed(read(record), record, out.now()));
    } catch (IOException e) {
      out.reject(record, e);
    }
  }

  private ModelProposal read(SourceRecord record) throws IOException {
    if (record.value() == null) {
      throw new IOException("no value, expected a proposal");
    }
    return codec.decode(record.value());
  }

  /** Decides those that can be decided. */
  void advance() {
    if (!versions.areSettled() || beingVerified != null) {
      return;
    }
    long serving = versions.serving().generation();
    for (Iterator<Proposed> inOrder = undecided.iterator(); inOrder.hasNext(); ) {
      Proposed next = inOrder.next();
      long replaces = next.proposal().getReplaces();
      if (replaces == serving) {
        verify(next);
        return;
      }
      if (replaces < serving || next.since().plus(PATIENCE).isBefore(out.now())) {
        inOrder.remove();
        refuse(next, stale(replaces, serving));
      }
    }
  }

  private static String stale(long replaces, long serving) {
    return "it is to replace generation %d, but generation %d serves".formatted(replaces, serving);
  }

  private void verify(Proposed next) {
    beingVerified = next;
    aside.run(
        () -> load(next.proposal().getDigest()), Duration.ZERO, attempt -> verified(next, attempt));
  }

  private String load(String digest) throws IOException {
    try (Tagger tagger = models.load(digest)) {
      return digest;
    }
  }

  private void verified(Proposed next, Attempt<String> attempt) {
    beingVerified = null;
    boolean current = next.proposal().getReplaces() == versions.serving().generation();
    if (attempt instanceof Failed<String> failed) {
      undecided.remove(next);
      refuse(next, OneLine.of(failed.cause()));
    } else if (current && versions.areSettled()) {
      undecided.remove(next);
      accept(next.proposal());
    }
    // Else another model was announced meanwhile: it is stale once that one is read back.
  }

  private void accept(ModelProposal proposal) {
    String reason = proposal.getNote().isBlank() ? "proposed" : proposal.getNote();
    decide(proposal, Verdict.ACCEPTED, reason);
    versions.announce(proposal.getDigest(), proposal.getBy(), proposal.getNote(), Cause.PROPOSAL);
  }

  private void refuse(Proposed proposed, String reason) {
    decide(proposed.proposal(), Verdict.REJECTED, reason);
  }

  private void decide(ModelProposal proposal, Verdict verdict, String reason) {
    Decision decision =
        new Decision(
            DecisionKind.PROPOSAL,
            verdict,
            proposal.getDigest(),
            proposal.getReplaces(),
            null,
            proposal.getBy(),
            reason,
            List.of());
    out.decide(decision, versions.serving());
  }

  void remember() throws Exception {
    state.replaceBy(undecided.stream().map(Proposed::record).toList());
  }

  /** A proposal that is not decided yet; no two are equal. */
  private record Proposed(ModelProposal proposal, SourceRecord record, Instant since) {}
}
