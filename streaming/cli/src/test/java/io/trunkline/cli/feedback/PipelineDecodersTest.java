package io.trunkline.cli.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.feedback.Decoders;
import io.trunkline.feedback.intake.GivenLabel;
import io.trunkline.feedback.intake.KnownEvent;
import io.trunkline.model.LabelValue;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class PipelineDecodersTest {
  private static final Decoders DECODERS =
      PipelineDecoders.of(
          Pipeline.parse(
              """
              kafka: {bootstrap.servers: 'localhost:9092'}
              questions: {format: json}
              labels: {format: json}
              """,
              "test"));

  @Test
  void aQuestionIsTheEventThatTheJobSees() throws IOException {
    KnownEvent event =
        question(
            "{\"id\": \"q1\", \"text\": \"Why?\", \"eventTime\": 0, \"attributes\": {\"course\": \"c1\"}}");

    assertThat(event).isEqualTo(new KnownEvent("q1", "Why?", Map.of("course", "c1")));
    assertThat(question("{\"text\": \"Why?\", \"eventTime\": 0}").id()).isEqualTo("questions-0-5");
  }

  @Test
  void whatTheJobRejectsIsNoEvent() {
    assertThatThrownBy(() -> question("{\"id\": \"q1\", \"text\": \" \"}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the text is blank");
    assertThatThrownBy(() -> question("{")).isInstanceOf(IOException.class);
  }

  @Test
  void aLabelKeepsItsVersionAndLosesItsScore() throws IOException {
    ConsumerRecord<byte[], byte[]> record =
        record("labels.intent", "{\"label\": \"fact\", \"score\": 0.5, \"modelDigest\": \"abc\"}");
    record.headers().add("trunkline-generation", "7".getBytes(StandardCharsets.UTF_8));

    assertThat(DECODERS.labels().get().decode(record))
        .isEqualTo(new GivenLabel("q1", "intent", new OneLabel("fact", null), "abc", 7));
  }

  @Test
  void aLabelThatDoesNotSayItsVersionHasNone() throws IOException {
    GivenLabel label =
        DECODERS.labels().get().decode(record("labels.intent", "{\"label\": \"fact\"}"));

    assertThat(label.modelDigest()).isEmpty();
    assertThat(label.generation()).isEqualTo(-1);
  }

  @Test
  void everyKindOfValueHasItsRecord() {
    assertThat(FeedbackValues.of(new LabelValue.Several(List.of("a", "b"))))
        .isEqualTo(new SeveralLabels(List.of(new OneLabel("a", null), new OneLabel("b", null))));
    assertThat(FeedbackValues.of(new LabelValue.Spans(List.of(new LabelValue.Span(0, 2, "place")))))
        .isEqualTo(new Spans(List.of(new LabelledSpan(0, 2, "place", null))));
    assertThat(FeedbackValues.of(new LabelValue.Score(2.5))).isEqualTo(new Score(2.5));
  }

  private static KnownEvent question(String json) throws IOException {
    return DECODERS.questions().get().decode(record("questions", json));
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, String value) {
    return new ConsumerRecord<>(
        topic, 0, 5, "q1".getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }
}
