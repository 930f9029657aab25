package io.trunkline.schemas.wire;

import io.trunkline.schemas.avro.Comparison;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.DriftWindow;
import io.trunkline.schemas.avro.EventFact;
import io.trunkline.schemas.avro.EventLabel;
import io.trunkline.schemas.avro.EventState;
import io.trunkline.schemas.avro.EventText;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.avro.HeldFeedback;
import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.LabelTally;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Outcome;
import io.trunkline.schemas.avro.QualityWindow;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.RoundTrigger;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.ScoredLabel;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import io.trunkline.schemas.avro.Tally;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.schemas.avro.VersionQuality;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records of every type that travels on a topic or is kept in state, with every field set and with
 * every value kind.
 */
final class Records {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final String DIGEST = "ab".repeat(32);

  private Records() {}

  static Stream<SpecificRecord> all() {
    return Stream.of(
        textEvent(),
        new TextEvent("q2", "多語 text 🙂", NOON, "", null, Map.of()),
        taskLabel(new OneLabel("sports", 0.5)),
        taskLabel(new SeveralLabels(List.of(new OneLabel("a", 0.9), new OneLabel("b", null)))),
        taskLabel(new Spans(List.of(new LabelledSpan(0, 3, "place", 0.25)))),
        taskLabel(new Score(-1.5)),
        new Feedback(
            "q1",
            "intent",
            new OneLabel("greeting", null),
            "a teacher",
            NOON,
            null,
            Map.of(),
            false),
        new Feedback(
            "q1",
            "intent",
            new OneLabel("greeting", null),
            "a teacher",
            NOON,
            "hello",
            Map.of("grade", "7"),
            true),
        new LabelledExample(
            "q1",
            "hello",
            Map.of("grade", "7"),
            Map.of("intent", new OneLabel("greeting", null), "mood", new Score(0.75)),
            "a teacher",
            NOON,
            true),
        new ModelAnnouncement(DIGEST, NOON, "ops", "retrained"),
        new ModelStatus(DIGEST, 7L, 1, ModelState.FAILED, 3, "no such model", 1250L, NOON),
        new TaskQuality(
            "intent",
            DIGEST,
            7L,
            NOON,
            NOON.plusSeconds(60),
            10L,
            9L,
            0.875,
            QualityWindow.SLIDING,
            true,
            0.6,
            0.98),
        new Drift("intent", 7L, true, 0.9, 120L, 0.7, 60L, NOON),
        new Round(DIGEST, 3L, DIGEST, 7L, RoundTrigger.EXAMPLES, 100L, 5L, 20L, 42L, NOON),
        new ModelDecision(
            DecisionKind.GATE,
            Verdict.ACCEPTED,
            DIGEST,
            DIGEST,
            7L,
            DIGEST,
            "learner",
            "better on intent",
            List.of(
                new Comparison(
                    "intent",
                    "greeting",
                    "golden",
                    "score",
                    300L,
                    0.8,
                    0.85,
                    0.01,
                    0.09,
                    0.02,
                    true)),
            NOON),
        new ModelProposal(DIGEST, 7L, "ops", "back to the old one", NOON),
        new DeadLetter(
            "questions",
            2,
            99L,
            ByteBuffer.wrap(new byte[] {1, 2}),
            ByteBuffer.wrap(new byte[] {-1, 0, 1}),
            3,
            false,
            "decode",
            "java.io.EOFException",
            "ends early",
            NOON),
        new DeadLetter("questions", 2, 99L, null, null, -1, false, "decode", "E", "m", NOON),
        new EventFact(text()),
        new EventFact(eventLabel()),
        new EventFact(feedbackRecord()),
        new EventState(
            NOON,
            true,
            text(),
            List.of(eventLabel()),
            List.of(
                new HeldFeedback(
                    "intent", "a teacher", new Score(1.5), NOON, true, text(), feedbackRecord()))),
        new Judgement("q1", "a teacher", "intent", DIGEST, 7L, NOON, outcome(true), outcome(false)),
        new VersionQuality(
            "intent", DIGEST, 7L, true, NOON, NOON, tally(3L), NOON, tally(1L), 3L, true),
        new DriftWindow(List.of(List.of(1L, 0L), List.of(2L))));
  }

  /** The schema of every record that travels on a topic. */
  static Stream<Schema> schemas() {
    return all().map(SpecificRecord::getSchema).distinct();
  }

  static TextEvent textEvent() {
    return new TextEvent("q1", "When was it?", NOON, "forum", "en", Map.of("course", "history"));
  }

  private static EventText text() {
    return new EventText("hello", Map.of("grade", "7"));
  }

  private static EventLabel eventLabel() {
    return new EventLabel("intent", new OneLabel("greeting", 0.5), DIGEST, 7L);
  }

  private static FeedbackRecord feedbackRecord() {
    return new FeedbackRecord(
        "feedback", 1, 3L, ByteBuffer.wrap(new byte[] {1}), ByteBuffer.wrap(new byte[] {2, 3}));
  }

  private static Outcome outcome(boolean correct) {
    return new Outcome(true, correct, List.of("a"), List.of("b"), List.of("c"));
  }

  private static Tally tally(long judged) {
    return new Tally(judged, 1L, Map.of("a", new LabelTally(1L, 2L, 3L)));
  }

  private static TaskLabel taskLabel(Object value) {
    return new TaskLabel(
        "q1",
        "subject",
        value,
        List.of(new ScoredLabel("history", 0.25)),
        true,
        1.5,
        DIGEST,
        12L,
        NOON);
  }
}
