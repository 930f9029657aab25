package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.delivered;
import static io.trunkline.tagging.format.Records.pipeline;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Labels;
import io.trunkline.tagging.records.Label;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelSerializationSchemaTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final Label LABEL =
      new Label(
          "frage-ä",
          new Prediction.OneLabel(
              "intent",
              List.of(
                  new ScoredLabel("refund", 0.75),
                  new ScoredLabel("payment", 0.1875),
                  new ScoredLabel("certificate", 0.0625)),
              false),
          0.25,
          new ModelVersion(DIGEST, 12),
          3,
          99,
          1_767_225_600_123L);

  @ParameterizedTest
  @ValueSource(strings = {"avro", "json", "text"})
  void topicKeyTimestampAndHeadersAreTheSameInEveryFormat(String format) throws Exception {
    ProducerRecord<byte[], byte[]> record = serialize("labels: {format: %s}".formatted(format));

    assertThat(record.topic()).isEqualTo("labels.intent");
    assertThat(record.partition()).isNull();
    assertThat(record.key()).isEqualTo(utf8("frage-ä"));
    assertThat(record.timestamp()).isEqualTo(1_767_225_600_123L);
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    assertThat(headers)
        .isEqualTo(
            Map.of(
                "trunkline-subtask",
                "3",
                "trunkline-batch",
                "99",
                "trunkline-generation",
                "12",
                "trunkline-kind",
                "single-label"));
  }

  @Test
  void avroHoldsTheWholeContract() throws Exception {
    TaskLabel label =
        AvroCodec.of(TaskLabel.class).decode(serialize("labels: {format: avro}").value());

    assertThat(label)
        .isEqualTo(
            new TaskLabel(
                "frage-ä",
                "intent",
                new OneLabel("refund", 0.75),
                List.of(
                    new io.trunkline.schemas.avro.ScoredLabel("payment", 0.1875),
                    new io.trunkline.schemas.avro.ScoredLabel("certificate", 0.0625)),
                false,
                0.25,
                DIGEST,
                12L,
                Instant.parse("2026-01-01T00:00:00.123Z")));
  }

  @Test
  void jsonHasEveryFieldByDefault() throws Exception {
    assertThat(text(serialize("labels: {format: json}")))
        .isEqualTo(
            """
            {"eventId":"frage-ä","task":"intent","label":"refund","score":0.75,\
            "alternatives":[{"label":"payment","score":0.1875},\
            {"label":"certificate","score":0.0625}],\
            "abstained":false,"outOfScope":0.25,"modelDigest":"%s","generation":12,"producedAt":1767225600123}"""
                .formatted(DIGEST));
  }

  @Test
  void jsonFieldsGoWhereTheMappingPoints() throws Exception {
    ProducerRecord<byte[], byte[]> record =
        serialize(
            "labels: {format: json, mapping: {eventId: /ticket/0, task: none, label: /a~1b/label,"
                + " score: /a~1b/score, alternatives: none, abstained: none, outOfScope: none,"
                + " modelDigest: none, generation: /ticket/model, producedAt: none}}");

    assertThat(text(record))
        .isEqualTo(
            """
            {"ticket":{"0":"frage-ä","model":12},"a/b":{"label":"refund","score":0.75}}""");
  }

  @Test
  void textIsLabelTabScore() throws Exception {
    assertThat(text(serialize("labels: {format: text}"))).isEqualTo("refund\t0.7500");
  }

  @Test
  void aLabelWithATabDoesNotBreakTheLine() {
    Label label =
        new Label(
            "q",
            new Prediction.OneLabel("t", List.of(new ScoredLabel("a\tb\nc", 1)), false),
            0,
            new ModelVersion(DIGEST, 0),
            0,
            0,
            0);

    assertThat(new String(new TextLabelWriter().write(label), StandardCharsets.UTF_8))
        .isEqualTo("a b c\t1.0000");
  }

  @Test
  void aTaskWithoutATopicIsAnError() throws Exception {
    LabelSerializationSchema schema =
        new LabelSerializationSchema(pipeline("").labels(), Map.of("subject", "labels.subject"));
    schema.open(null, null);

    assertThatThrownBy(() -> schema.serialize(LABEL, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no topic for task intent");
  }

  @Test
  void flinkIsToldOfEveryTopic() {
    LabelSerializationSchema schema =
        new LabelSerializationSchema(
            pipeline("").labels(), Map.of("subject", "labels.subject", "intent", "labels.intent"));

    assertThat(schema.getKafkaDatasetFacet().orElseThrow().getTopicIdentifier())
        .isInstanceOfSatisfying(
            DefaultKafkaDatasetIdentifier.class,
            topics ->
                assertThat(topics.getTopics())
                    .containsExactlyInAnyOrder("labels.subject", "labels.intent"));
  }

  @Test
  void whatAFormatLeavesOutIsReadBackAsMissing() throws Exception {
    Prediction best =
        new Prediction.OneLabel("intent", List.of(new ScoredLabel("refund", 0.75)), false);
    Prediction unscored =
        new Prediction.OneLabel(
            "intent", List.of(new ScoredLabel("refund", DecodedLabel.NO_SCORE)), false);

    assertThat(readBack("labels: {format: text}"))
        .isEqualTo(new DecodedLabel("frage-ä", best, null, null, 12L));
    assertThat(
            readBack(
                "labels: {format: json, mapping: {score: none, alternatives: none, modelDigest:"
                    + " none, outOfScope: none}}"))
        .isEqualTo(new DecodedLabel("frage-ä", unscored, null, null, 12L));
  }

  @Test
  void whatIsNoLabelIsRefusedInOneLine() {
    assertNoLabel("json", "{}", "no string at /label, expected the label");
    assertNoLabel("text", "refund", "found 'refund', expected a label, a tab and a score");
    assertNoLabel("text", "refund\thigh", "the score is 'high', expected a number");
    assertNoLabel("avro", "refund", "not Avro single-object encoding");
  }

  private static void assertNoLabel(String format, String value, String message) {
    Labels labels = pipeline("labels: {format: %s}".formatted(format)).labels();
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>("labels.intent", utf8("q"), utf8(value));

    assertThatThrownBy(() -> new LabelDecoder(labels).decode(delivered(sent)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anotherTopicIsRefused() {
    LabelDecoder decoder = new LabelDecoder(pipeline("").labels());

    assertThatThrownBy(() -> decoder.decode(Records.consumed(utf8("k"), utf8("v"))))
        .isInstanceOf(IOException.class)
        .hasMessage("questions is no topic of labels");
  }

  private static DecodedLabel readBack(String sections) throws Exception {
    return new LabelDecoder(pipeline(sections).labels()).decode(delivered(serialize(sections)));
  }

  private static ProducerRecord<byte[], byte[]> serialize(String sections) throws Exception {
    LabelSerializationSchema schema =
        InstantiationUtil.clone(
            new LabelSerializationSchema(
                pipeline(sections).labels(), Map.of("intent", "labels.intent")));
    schema.open(null, null);
    return schema.serialize(LABEL, null, -5L);
  }

  private static String text(ProducerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }
}
