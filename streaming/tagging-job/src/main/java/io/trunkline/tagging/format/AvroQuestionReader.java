package io.trunkline.tagging.format;

import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Reads {@link TextEvent} records. An event's source and language, where they are known, are
 * attributes too, unless it has attributes of these names.
 */
final class AvroQuestionReader implements QuestionReader {
  private final AvroCodec<TextEvent> codec;

  /**
   * @param schemas of writers newer than this program, as JSON
   */
  AvroQuestionReader(List<String> schemas) {
    List<Schema> writers = schemas.stream().map(json -> new Schema.Parser().parse(json)).toList();
    codec = AvroCodec.of(TextEvent.class, writers);
  }

  @Override
  public RawQuestion read(byte[] value) throws IOException {
    TextEvent event = codec.decode(value);
    return new RawQuestion(
        event.getText(), event.getId(), event.getEventTime().toEpochMilli(), attributes(event));
  }

  private static Map<String, String> attributes(TextEvent event) {
    Map<String, String> attributes = new HashMap<>(event.getAttributes());
    if (!event.getSource().isEmpty()) {
      attributes.putIfAbsent("source", event.getSource());
    }
    if (event.getLanguage() != null) {
      attributes.putIfAbsent("language", event.getLanguage());
    }
    return attributes;
  }
}
