package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.delivered;
import static io.trunkline.tagging.format.Records.pipeline;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.Prediction.OneLabel;
import io.trunkline.model.Prediction.Score;
import io.trunkline.model.Prediction.SeveralLabels;
import io.trunkline.model.Prediction.Spans;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Labels;
import io.trunkline.tagging.records.Label;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels of every kind of task, in every format. */
final class KindsOfLabelTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final ScoredLabel A = new ScoredLabel("a", 0.75);
  private static final ScoredLabel B = new ScoredLabel("b", 0.5);
  private static final ScoredLabel C = new ScoredLabel("c", 0.25);
  private static final OneLabel UNSURE = new OneLabel("t", List.of(B, C), true);
  private static final SeveralLabels TWO = new SeveralLabels("t", List.of(A, B), List.of(C), false);
  private static final Spans PLACES =
      new Spans(
          "t",
          List.of(new ScoredSpan(0, 2, "city", 0.75), new ScoredSpan(5, 9, "sea", 0.5)),
          false);
  private static final Score NUMBER = new Score("t", -2.5, false);

  static Stream<Prediction> predictions() {
    return Stream.of(
        new OneLabel("t", List.of(A, B, C), false),
        UNSURE,
        TWO,
        new SeveralLabels("t", List.of(A), List.of(), true),
        new SeveralLabels("t", List.of(), List.of(B), false),
        new SeveralLabels("t", List.of(), List.of(), true),
        PLACES,
        new Spans("t", PLACES.spans(), true),
        new Spans("t", List.of(), false),
        new Spans("t", List.of(), true),
        NUMBER,
        new Score("t", 0, true));
  }

  @ParameterizedTest
  @MethodSource("predictions")
  void avroAndJsonAreReadBackInFull(Prediction prediction) throws IOException {
    DecodedLabel expected = new DecodedLabel("q", prediction, 0.125, DIGEST, 12L);

    assertThat(readBack("avro", prediction)).isEqualTo(expected);
    assertThat(readBack("json", prediction)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("predictions")
  void textIsReadBackButForTheAlternatives(Prediction prediction) throws IOException {
    assertThat(readBack("text", prediction).prediction()).isEqualTo(prediction.withAlternatives(0));
  }

  @Test
  void jsonValuesAreThoseOfTrainingDataWithTheirScoresBeside() {
    assertThat(json(UNSURE))
        .startsWith(
            """
            "label":"b","score":0.5,"alternatives":[{"label":"c","score":0.25}],"abstained":true,""");
    assertThat(json(TWO))
        .startsWith(
            """
            "label":["a","b"],"score":[0.75,0.5],"alternatives":[{"label":"c","score":0.25}],""");
    assertThat(json(PLACES))
        .startsWith(
            """
            "label":[{"start":0,"end":2,"label":"city"},{"start":5,"end":9,"label":"sea"}],\
            "score":[0.75,0.5],"alternatives":[],""");
    assertThat(json(NUMBER))
        .startsWith(
            """
            "label":-2.5,"abstained":false,"outOfScope":0.125,""");
  }

  @Test
  void textIsFieldsWithTabsBetween() {
    assertThat(text(UNSURE)).isEqualTo("b\t0.5000\tabstained");
    assertThat(text(TWO)).isEqualTo("a\t0.7500\tb\t0.5000");
    assertThat(text(PLACES)).isEqualTo("0\t2\tcity\t0.7500\t5\t9\tsea\t0.5000");
    assertThat(text(NUMBER)).isEqualTo("-2.5000");
  }

  @Test
  void avroValuesAreOfTheTypeOfTheirKind() throws IOException {
    assertThat(avro(UNSURE).getValue()).isEqualTo(new io.trunkline.schemas.avro.OneLabel("b", 0.5));
    assertThat(avro(UNSURE).getAbstained()).isTrue();
    assertThat(avro(UNSURE).getOutOfScope()).isEqualTo(0.125);
    assertThat(avro(TWO).getValue())
        .isEqualTo(
            new io.trunkline.schemas.avro.SeveralLabels(
                List.of(
                    new io.trunkline.schemas.avro.OneLabel("a", 0.75),
                    new io.trunkline.schemas.avro.OneLabel("b", 0.5))));
    assertThat(avro(PLACES).getValue())
        .isEqualTo(
            new io.trunkline.schemas.avro.Spans(
                List.of(new LabelledSpan(0, 2, "city", 0.75), new LabelledSpan(5, 9, "sea", 0.5))));
    assertThat(avro(NUMBER).getValue()).isEqualTo(new io.trunkline.schemas.avro.Score(-2.5));
  }

  @Test
  void whatIsNoLabelOfItsKindIsRefusedInOneLine() {
    assertRefused("json", "multi-label", "{}", "no array at /label, expected the labels");
    assertRefused("json", "spans", "{\"label\": 1}", "no array at /label, expected the spans");
    assertRefused("json", "score", "{\"label\": []}", "no number at /label, expected the score");
    assertRefused(
        "text", "multi-label", "a", "found 'a', expected labels, each with a score, and tabs");
    assertRefused(
        "text", "spans", "0\t2", "found '0 2', expected start, end, label and score of each span");
    assertRefused("text", "score", "", "found '', expected a number");
    assertRefused("text", "score", "high", "the score is 'high', expected a number");
    assertRefused("text", "ranking", "a\t1", "header trunkline-kind is 'ranking', expected a kind");
  }

  private static void assertRefused(String format, String kind, String value, String message) {
    Header header = new RecordHeader("trunkline-kind", utf8(kind));
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>("labels.t", null, utf8("q"), utf8(value), List.of(header));

    assertThatThrownBy(() -> new LabelDecoder(labels(format)).decode(delivered(sent)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(message);
  }

  private static DecodedLabel readBack(String format, Prediction prediction) throws IOException {
    return new LabelDecoder(labels(format)).decode(delivered(record(format, prediction)));
  }

  /** The object from the label on. */
  private static String json(Prediction prediction) {
    String json = new String(record("json", prediction).value(), StandardCharsets.UTF_8);
    return json.substring(json.indexOf("\"label\""));
  }

  private static String text(Prediction prediction) {
    return new String(record("text", prediction).value(), StandardCharsets.UTF_8);
  }

  private static TaskLabel avro(Prediction prediction) throws IOException {
    return AvroCodec.of(TaskLabel.class).decode(record("avro", prediction).value());
  }

  private static ProducerRecord<byte[], byte[]> record(String format, Prediction prediction) {
    LabelSerializationSchema schema =
        new LabelSerializationSchema(labels(format), Map.of("t", "labels.t"));
    schema.open(null, null);
    return schema.serialize(
        new Label("q", prediction, 0.125, new ModelVersion(DIGEST, 12), 0, 0, 0), null, null);
  }

  private static Labels labels(String format) {
    return pipeline("labels: {format: %s}".formatted(format)).labels();
  }
}
