package io.trunkline.tagging.learner;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.gate.Comparison;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.records.LearnerRecord;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.SourceRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/** What the learner says. */
final class Outbox {
  private final AvroCodec<ModelAnnouncement> announcements = AvroCodec.of(ModelAnnouncement.class);
  private final AvroCodec<Round> rounds = AvroCodec.of(Round.class);
  private final AvroCodec<ModelDecision> decisions = AvroCodec.of(ModelDecision.class);

  private final Output<StreamRecord<LearnerRecord>> output;
  private final InstantSource clock;

  Outbox(Output<StreamRecord<LearnerRecord>> output, InstantSource clock) {
    this.output = output;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** From here on this model is to serve. */
  void announce(String digest, String by, String note) {
    byte[] value = announcements.encode(new ModelAnnouncement(digest, now(), by, note));
    emit(LearnerRecord.Kind.ANNOUNCEMENT, digest, value);
  }

  /** This round is planned. */
  void plan(Round round) {
    emit(LearnerRecord.Kind.ROUND, round.getDigest(), rounds.encode(round));
  }

  /** This was decided. */
  void decide(Decision decision, ModelVersion champion) {
    ModelDecision record =
        new ModelDecision(
            decision.kind(),
            decision.verdict(),
            decision.candidate(),
            champion.digest(),
            decision.replaces(),
            decision.round(),
            decision.by(),
            OneLine.of(decision.reason()),
            decision.comparisons().stream().map(AvroComparison::of).toList(),
            now());
    String key = decision.candidate() == null ? champion.digest() : decision.candidate();
    emit(LearnerRecord.Kind.DECISION, key, decisions.encode(record));
  }

  private void emit(LearnerRecord.Kind kind, String key, byte[] value) {
    output.collect(new StreamRecord<>(new LearnerRecord(kind, key, value, now().toEpochMilli())));
  }

  /** Nothing is learnt from this record. */
  void reject(SourceRecord origin, Exception problem) {
    Rejected rejected =
        new Rejected(
            origin, Rejected.Stage.LEARN, problem.getClass().getName(), OneLine.of(problem));
    output.collect(LearnerWorkflow.REJECTED, new StreamRecord<>(rejected));
  }

  /**
   * A decision on a model.
   *
   * @param kind what was decided on
   * @param verdict the outcome
   * @param candidate digest of the model; null where there is none
   * @param replaces the generation that it was to replace
   * @param round digest of the round that made it; null where no round did
   * @param by who proposed it
   * @param reason why
   * @param comparisons the figures it rests on
   */
  record Decision(
      DecisionKind kind,
      Verdict verdict,
      @Nullable String candidate,
      long replaces,
      @Nullable String round,
      String by,
      String reason,
      List<Comparison> comparisons) {}
}
