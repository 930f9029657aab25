package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Model;
import io.trunkline.model.Precision;
import io.trunkline.model.Prediction;
import io.trunkline.model.Prediction.OneLabel;
import io.trunkline.model.Prediction.Spans;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Text;
import io.trunkline.model.serving.Taggers;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.tagging.format.DecodedLabel;
import io.trunkline.tagging.format.LabelDecoder;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.MixedModel;
import io.trunkline.testing.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One model of every kind of task, a fusion head and an attribute, from topic to topics. */
@ExtendWith(KafkaExtension.class)
final class KindsOfTaskITCase {
  private static final List<Text> TEXTS =
      List.of(
          new Text("🙂🙂 When does the 水 course in Paris start? 👩‍🚀", Map.of("grade", "7")),
          new Text("🙂🙂 When does the 水 course in Paris start? 👩‍🚀", Map.of("grade", "12")),
          new Text("東京🗼から京都まで歩いて行けますか", Map.of()),
          new Text("the course 𝒙 − the e\u0301tude", Map.of("grade", "7", "unread", "x")));

  /** How texts fall into batches may change the last bits of a score. */
  private static final RecursiveComparisonConfiguration NEARLY =
      RecursiveComparisonConfiguration.builder()
          .withComparatorForType(
              Comparator.comparingLong(score -> Math.round(score * 1e4)), Double.class)
          .build();

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"avro, FLOAT32", "json, FLOAT32", "avro, INT8"})
  void everyLabelIsWhatTheModelSays(String format, Precision precision, KafkaTopics topics)
      throws Exception {
    Scenario scenario =
        Scenario.create(
            topics,
            "kinds-%s-%s".formatted(format, precision.title()),
            directory,
            "{questions: {format: %1$s}, labels: {format: %1$s, alternatives: 1}}"
                .formatted(format));
    for (String task : MixedModel.tasks()) {
      topics.create(scenario.pipeline().labelTopic(task), 2);
    }
    Model model = MixedModel.create(TEXTS);
    if (precision == Precision.INT8) {
      model = model.quantized();
    }
    scenario.models().publish(model);
    scenario.ask(events());
    RunningJob.untilEnd(scenario);

    List<Tagging> expected = expected(model);
    for (int task = 0; task < MixedModel.tasks().size(); task++) {
      Map<String, DecodedLabel> labels = labels(scenario, MixedModel.tasks().get(task));
      assertThat(labels).hasSameSizeAs(TEXTS);
      for (int i = 0; i < TEXTS.size(); i++) {
        Tagging tagging = expected.get(i);
        DecodedLabel label = labels.get("e" + i);
        assertThat(label.prediction())
            .usingRecursiveComparison(NEARLY)
            .isEqualTo(tagging.predictions().get(task).withAlternatives(1));
        assertThat(label.outOfScope()).isEqualTo(tagging.outOfScope(), within(1e-4));
      }
    }
    assertThat(labels(scenario, MixedModel.UNSURE).values())
        .extracting(DecodedLabel::prediction)
        .allSatisfy(
            prediction -> {
              assertThat(prediction.abstained()).isTrue();
              assertThat(((OneLabel) prediction).ranking()).hasSize(2);
            });
  }

  /** What the comparison above would not show: a model that ignores its texts. */
  @Test
  void theModelFindsSpansAndReadsTheAttribute() {
    List<Tagging> taggings = expected(MixedModel.create(TEXTS));
    List<List<Prediction>> answers = taggings.stream().map(Tagging::predictions).toList();

    assertThat(answers.stream().map(all -> ((Spans) all.get(2)).spans()))
        .anySatisfy(spans -> assertThat(spans).isNotEmpty());
    assertThat(answers.get(0)).isNotEqualTo(answers.get(1));
  }

  private static List<TextEvent> events() {
    List<TextEvent> events = new ArrayList<>();
    for (Text text : TEXTS) {
      String id = "e" + events.size();
      events.add(
          new TextEvent(
              id,
              text.content(),
              Instant.parse("2026-01-01T00:00:00Z"),
              "",
              null,
              text.attributes()));
    }
    return events;
  }

  private static List<Tagging> expected(Model model) {
    try (Tagger tagger = Taggers.create(model)) {
      return tagger.tag(TEXTS);
    }
  }

  private static Map<String, DecodedLabel> labels(Scenario scenario, String task)
      throws IOException {
    LabelDecoder decoder = new LabelDecoder(scenario.pipeline().labels());
    Map<String, DecodedLabel> labels = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record :
        scenario.topics().read(scenario.pipeline().labelTopic(task), Isolation.READ_COMMITTED)) {
      DecodedLabel label = decoder.decode(record);
      assertThat(labels.put(label.eventId(), label)).isNull();
    }
    return labels;
  }
}
