package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import io.trunkline.model.serving.Taggers;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Topics of people who have no Avro. */
@ExtendWith(KafkaExtension.class)
final class FormatsITCase {
  private static final String TEXT = "please explain the Roman empire";

  @TempDir Path directory;

  @Test
  void jsonGoesInAndOutWhereTheMappingSays(KafkaTopics topics) throws Exception {
    Scenario scenario =
        Scenario.create(
            topics,
            "format-json",
            directory,
            """
            questions:
              format: json
              mapping: {id: /ticket/number, text: /ticket/body, eventTime: /ticket/opened}
            labels:
              format: json
              mapping: {eventId: /ticket, label: /answer/label, score: /answer/score}
            """);
    ConsumerRecord<byte[], byte[]> label =
        onlyLabel(
            scenario,
            """
            {"ticket": {"number": 7, "body": "%s", "opened": "2026-01-31T09:30:00+01:00"}}
            """
                .formatted(TEXT));

    JsonNode json = new ObjectMapper().readTree(label.value());
    ScoredLabel expected = expectedIntent();
    assertThat(text(label.key())).isEqualTo("7");
    assertThat(json.at("/ticket").asText()).isEqualTo("7");
    assertThat(json.at("/answer/label").asText()).isEqualTo(expected.label());
    assertThat(json.at("/answer/score").asDouble()).isEqualTo(expected.score());
  }

  @Test
  void plainTextGoesInAndOutUnderADerivedId(KafkaTopics topics) throws Exception {
    Scenario scenario =
        Scenario.create(
            topics,
            "format-text",
            directory,
            """
            questions: {format: text}
            labels: {format: text}
            """);
    ConsumerRecord<byte[], byte[]> label = onlyLabel(scenario, TEXT);

    ScoredLabel expected = expectedIntent();
    assertThat(text(label.key())).isEqualTo("format-text.questions-0-0");
    assertThat(text(label.value()))
        .isEqualTo("%s\t%.4f".formatted(expected.label(), expected.score()));
  }

  /** Asks one question, in partition 0, and returns its label of the task intent. */
  private static ConsumerRecord<byte[], byte[]> onlyLabel(Scenario scenario, String question)
      throws Exception {
    scenario.models().publish(TinyModels.of(1));
    String questions = scenario.pipeline().questions().topic();
    byte[] value = question.getBytes(StandardCharsets.UTF_8);
    scenario.topics().send(List.of(new ProducerRecord<>(questions, 0, null, value)));
    RunningJob.untilEnd(scenario);
    List<ConsumerRecord<byte[], byte[]>> labels =
        scenario.topics().read(scenario.pipeline().labelTopic("intent"), Isolation.READ_COMMITTED);
    assertThat(labels).hasSize(1);
    return labels.get(0);
  }

  private static ScoredLabel expectedIntent() {
    try (Tagger tagger = Taggers.create(TinyModels.of(1))) {
      return tagger.tag(List.of(Text.of(TEXT))).get(0).predictions().stream()
          .filter(prediction -> prediction.task().equals("intent"))
          .map(prediction -> ((Prediction.OneLabel) prediction).best())
          .findFirst()
          .orElseThrow();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
