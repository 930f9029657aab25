package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.delivered;
import static io.trunkline.tagging.format.Records.pipeline;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Text;
import io.trunkline.tagging.pipeline.Questions;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionEncoderTest {
  private static final Text TEXT = new Text("Why is 水 wet?", Map.of("grade", "7"));
  private static final Instant TIME = Instant.parse("2020-02-03T04:05:06.007Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "questions: {format: avro}",
        "questions: {format: json}",
        "questions: {format: json, mapping: {text: /a/0, id: /a/id, eventTime: /when, attributes: /b}}"
      })
  void theJobReadsWhatWasSent(String sections) {
    Question question = sent(sections);

    assertThat(question.id()).isEqualTo("q1");
    assertThat(question.text()).isEqualTo(TEXT);
    assertThat(question.eventTime()).isEqualTo(TIME.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "questions: {format: text}",
        "questions: {format: json, mapping: {id: none, eventTime: none, attributes: none}}"
      })
  void whereTheFormatHasNoPlaceForTheIdAnotherIsDerivedAndAttributesAreDropped(String sections) {
    Question question = sent(sections);

    assertThat(question.id()).isEqualTo("questions-0-0");
    assertThat(question.text()).isEqualTo(Text.of("Why is 水 wet?"));
    assertThat(question.eventTime()).isEqualTo(Records.TIMESTAMP);
  }

  @Test
  void theKeyIsTheId() {
    ProducerRecord<byte[], byte[]> record =
        new QuestionEncoder(pipeline("").questions()).encode("q1", Text.of("Why?"), TIME);

    assertThat(record.topic()).isEqualTo("questions");
    assertThat(record.key()).isEqualTo(utf8("q1"));
  }

  private static Question sent(String sections) {
    Questions questions = pipeline(sections).questions();
    QuestionDeserializationSchema schema = new QuestionDeserializationSchema(questions);
    schema.open(null);
    List<Intake> intakes = new ArrayList<>();
    schema.deserialize(
        delivered(new QuestionEncoder(questions).encode("q1", TEXT, TIME)),
        new ListCollector<>(intakes));
    return intakes.get(0).question();
  }
}
