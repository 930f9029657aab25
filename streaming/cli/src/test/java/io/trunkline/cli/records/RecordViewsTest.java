package io.trunkline.cli.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.Comparison;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class RecordViewsTest {
  private static final String KAFKA = "kafka: {bootstrap.servers: 'localhost:9092'}\n";
  private static final String LEARNING = "learning: {enabled: true}";

  @Test
  void aJsonLabelIsALineWithItsAlternatives() throws IOException {
    String label =
        """
        {"eventId": "q1", "task": "intent", "label": "fact", "score": 0.75,
         "alternatives": [{"label": "definition", "score": 0.25}]}
        """;
    assertThat(line("labels: {format: json}", "labels.intent", label))
        .isEqualTo("q1\tfact 0.75\t(definition 0.25)");
  }

  @Test
  void aTextLabelIsALine() throws IOException {
    assertThat(line("labels: {format: text}", "labels.intent", "fact\t0.75"))
        .isEqualTo("q1\tfact 0.75");
  }

  @Test
  void aDeadLetterShowsItsReasonAndItsBytesAsText() throws IOException {
    DeadLetter letter =
        new DeadLetter(
            "questions",
            0,
            12L,
            null,
            ByteBuffer.wrap("{bad".getBytes(StandardCharsets.UTF_8)),
            4,
            false,
            "decode",
            "MalformedJsonException",
            "no JSON",
            Instant.EPOCH);
    ObjectNode described =
        describe("", "dead-letters", AvroCodec.of(DeadLetter.class).encode(letter));

    assertThat(described.get("value").asText()).isEqualTo("{bad");
    assertThat(described.get("message").asText()).isEqualTo("no JSON");
    assertThat(described.get("offset").asLong()).isEqualTo(12);
    assertThat(described.get("key").isNull()).isTrue();
  }

  @Test
  void aCorrectionIsALineAndAnObject() throws IOException {
    Feedback feedback =
        new Feedback(
            "q1",
            "topics",
            new SeveralLabels(List.of(new OneLabel("exam", null), new OneLabel("room", null))),
            "ann",
            Instant.EPOCH,
            null,
            Map.of("course", "c1"),
            true);
    byte[] bytes = AvroCodec.of(Feedback.class).encode(feedback);

    assertThat(line(LEARNING, "feedback", bytes))
        .isEqualTo(
            "eventId=q1\ttask=topics\tvalue=exam, room\tsource=ann"
                + "\tgivenAt=1970-01-01T00:00:00Z\tattributes=course=c1\tsolicited=true");
    ObjectNode described = describe(LEARNING, "feedback", bytes);
    assertThat(described.at("/value/labels/1/label").asText()).isEqualTo("room");
    assertThat(described.at("/attributes/course").asText()).isEqualTo("c1");
    assertThat(described.get("solicited").booleanValue()).isTrue();
  }

  @Test
  void aDecisionShowsItsFigures() throws IOException {
    Comparison comparison =
        new Comparison(
            "intent", null, "holdOut", "score", 120L, 0.9, 0.925, -0.01, 0.06, 0.02, true);
    ModelDecision decision =
        new ModelDecision(
            DecisionKind.GATE,
            Verdict.ACCEPTED,
            "b".repeat(64),
            "a".repeat(64),
            3L,
            null,
            "",
            "not worse",
            List.of(comparison),
            Instant.EPOCH);
    byte[] bytes = AvroCodec.of(ModelDecision.class).encode(decision);

    assertThat(line(LEARNING, "model-decisions", bytes))
        .contains("kind=GATE\tverdict=ACCEPTED", "replaces=3", "reason=not worse")
        .contains("comparisons=intent holdOut score 0.900 -> 0.925 [-0.010, +0.060] on 120 holds");
    assertThat(describe(LEARNING, "model-decisions", bytes).at("/comparisons/0/texts").asInt())
        .isEqualTo(120);
  }

  @Test
  void everyTopicOfLearningIsKnownWhereThePipelineLearns() {
    Pipeline pipeline = Pipeline.parse(KAFKA + LEARNING, "test");

    assertThat(
            List.of(
                "feedback",
                "labelled-examples",
                "rounds",
                "model-decisions",
                "proposals",
                "task-quality",
                "drift"))
        .allSatisfy(
            topic -> assertThat(RecordViews.of(topic, pipeline)).isInstanceOf(AvroView.class));
    assertThatThrownBy(() -> RecordViews.of("drift", Pipeline.parse(KAFKA, "test")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aRecordThatIsNoneSaysSo() {
    assertThatThrownBy(() -> describe("", "dead-letters", new byte[] {1, 2, 3}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not Avro single-object encoding");
  }

  @Test
  void aTopicOfNoUseToThePipelineIsRefused() {
    assertThatThrownBy(() -> line("", "weather", "sunny"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "topic 'weather' is none of this pipeline's: questions, labels.{task}");
  }

  private static String line(String yaml, String topic, String value) throws IOException {
    Pipeline pipeline = Pipeline.parse(KAFKA + yaml, "test");
    return RecordViews.of(topic, pipeline)
        .line(record(topic, value.getBytes(StandardCharsets.UTF_8)));
  }

  private static String line(String yaml, String topic, byte[] value) throws IOException {
    return RecordViews.of(topic, Pipeline.parse(KAFKA + yaml, "test")).line(record(topic, value));
  }

  private static ObjectNode describe(String yaml, String topic, byte[] value) throws IOException {
    Pipeline pipeline = Pipeline.parse(KAFKA + yaml, "test");
    ObjectNode described = new ObjectMapper().createObjectNode();
    RecordViews.of(topic, pipeline).describe(record(topic, value), described);
    return described;
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, byte[] value) {
    return new ConsumerRecord<>(topic, 0, 5, "q1".getBytes(StandardCharsets.UTF_8), value);
  }
}
