package io.trunkline.schemas.wire;

import io.trunkline.schemas.avro.Comparison;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.QualityWindow;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.RoundTrigger;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.ScoredLabel;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.avro.Verdict;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records of every type that travels on a topic, with every field set and with every value kind.
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
        new DeadLetter("questions", 2, 99L, null, null, -1, false, "decode", "E", "m", NOON));
  }

  /** The schema of every record that travels on a topic. */
  static Stream<Schema> schemas() {
    return all().map(SpecificRecord::getSchema).distinct();
  }

  static TextEvent textEvent() {
    return new TextEvent("q1", "When was it?", NOON, "forum", "en", Map.of("course", "history"));
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
