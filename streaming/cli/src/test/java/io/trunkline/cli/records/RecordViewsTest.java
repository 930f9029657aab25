package io.trunkline.cli.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class RecordViewsTest {
  private static final String KAFKA = "kafka: {bootstrap.servers: 'localhost:9092'}\n";

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
