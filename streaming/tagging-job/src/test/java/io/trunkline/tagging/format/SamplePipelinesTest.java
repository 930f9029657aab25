package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.consumed;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Question;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

/** What the comments of {@code existing-json.yaml} promise. */
final class SamplePipelinesTest {
  private static final Pipeline TICKETS =
      Pipeline.load(Path.of("../../deploy/pipelines/existing-json.yaml"));

  @Test
  void theTicketIsReadAsAQuestion() {
    QuestionDeserializationSchema schema = new QuestionDeserializationSchema(TICKETS.questions());
    schema.open(null);
    List<Intake> intakes = new ArrayList<>();
    schema.deserialize(
        consumed(
            null,
            utf8(
                """
                {"ticket": {"number": 4711, "opened": "2026-01-31T09:30:00Z"},
                 "body": {"subject": "Where is my certificate?"}}
                """)),
        new ListCollector<>(intakes));

    Question question = intakes.get(0).question();
    assertThat(question.id()).isEqualTo("4711");
    assertThat(question.text().content()).isEqualTo("Where is my certificate?");
    assertThat(Instant.ofEpochMilli(question.eventTime())).isEqualTo("2026-01-31T09:30:00Z");
  }

  @Test
  void theLabelIsWrittenInTheReadersShape() {
    LabelSerializationSchema schema =
        new LabelSerializationSchema(TICKETS.labels(), Map.of("intent", "ticket-labels.intent"));
    schema.open(null, null);
    Label label =
        new Label(
            "4711",
            new Prediction.OneLabel(
                "intent",
                List.of(new ScoredLabel("certificates", 0.93), new ScoredLabel("refunds", 0.07)),
                false),
            0,
            new ModelVersion("0".repeat(64), 1),
            0,
            0,
            0);

    assertThat(schema.serialize(label, null, null).value())
        .isEqualTo(
            utf8(
                "{\"ticket\":\"4711\",\"prediction\":"
                    + "{\"label\":\"certificates\",\"confidence\":0.93}}"));
  }
}
