package io.trunkline.schemas.wire;

import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.ScoredLabel;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.schemas.avro.TextEvent;
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
        new Feedback("q1", "intent", new OneLabel("greeting", null), "a teacher", NOON),
        new LabelledExample(
            "q1",
            "hello",
            Map.of("grade", "7"),
            Map.of("intent", new OneLabel("greeting", null), "mood", new Score(0.75)),
            "a teacher",
            NOON),
        new ModelAnnouncement(DIGEST, NOON, "ops", "retrained"),
        new ModelStatus(DIGEST, 7L, 1, ModelState.FAILED, 3, "no such model", 1250L, NOON),
        new TaskQuality("intent", DIGEST, 7L, NOON, NOON.plusSeconds(60), 10L, 9L, 0.875),
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
