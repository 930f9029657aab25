package io.trunkline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.schemas.avro.TextEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

/** Readers of this version against writers of other versions, the latter made by Avro alone. */
class NewerWriterTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TextEvent EVENT =
      new TextEvent("q1", "When was it?", NOON, "", "en", Map.of());

  @Test
  void aNewOptionalFieldDoesNotBreakAnOlderReader() throws Exception {
    Schema newer = withField("{'name': 'channel', 'type': ['null', 'string'], 'default': null}");
    byte[] bytes = write(newer, event(newer).set("channel", "mobile").build());

    assertThat(AvroCodec.of(TextEvent.class, List.of(newer)).decode(bytes)).isEqualTo(EVENT);
  }

  @Test
  void anOptionalFieldMayStandBeforeTheOldOnes() throws Exception {
    Schema newer = withFirstField("{'name': 'channel', 'type': 'string', 'default': ''}");
    byte[] bytes = write(newer, event(newer).set("channel", "mobile").build());

    assertThat(AvroCodec.of(TextEvent.class, List.of(newer)).decode(bytes)).isEqualTo(EVENT);
  }

  @Test
  void aNewerSchemaThatWasNotHandedInIsNamedInTheRefusal() throws Exception {
    Schema newer = withField("{'name': 'channel', 'type': ['null', 'string'], 'default': null}");
    byte[] bytes = write(newer, event(newer).build());

    assertThatThrownBy(() -> AvroCodec.of(TextEvent.class).decode(bytes))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("a newer writer's schema must be given to this reader");
  }

  @Test
  void aSchemaThatCannotBeReadIsRefusedBeforeAnythingIs() {
    Schema foreign =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"TextEvent\",\"namespace\":\"io.trunkline.schemas.avro\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}");

    assertThatThrownBy(() -> AvroCodec.of(TextEvent.class, List.of(foreign)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TextEvent cannot be read as io.trunkline.schemas.avro.TextEvent")
        .hasMessageContaining("/fields");
  }

  @Test
  void everyAcceptedVersionIsReadWithoutBeingHandedIn() throws Exception {
    AvroCodec<TextEvent> codec = AvroCodec.of(TextEvent.class);

    assertThat(AcceptedSchemas.of("TextEvent")).isNotEmpty();
    for (Schema accepted : AcceptedSchemas.of("TextEvent")) {
      assertThat(codec.decode(write(accepted, event(accepted).build()))).isEqualTo(EVENT);
    }
  }

  private static GenericRecordBuilder event(Schema schema) {
    return new GenericRecordBuilder(schema)
        .set("id", "q1")
        .set("text", "When was it?")
        .set("eventTime", NOON.toEpochMilli())
        .set("language", "en");
  }

  private static byte[] write(Schema schema, GenericRecord record) throws IOException {
    return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema)
        .encode(record)
        .array();
  }

  private static Schema withField(String field) throws IOException {
    ObjectNode schema = currentSchema();
    ((ArrayNode) schema.get("fields")).add(json(field));
    return new Schema.Parser().parse(schema.toString());
  }

  private static Schema withFirstField(String field) throws IOException {
    ObjectNode schema = currentSchema();
    ((ArrayNode) schema.get("fields")).insert(0, json(field));
    return new Schema.Parser().parse(schema.toString());
  }

  private static ObjectNode currentSchema() throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(TextEvent.getClassSchema().toString());
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
