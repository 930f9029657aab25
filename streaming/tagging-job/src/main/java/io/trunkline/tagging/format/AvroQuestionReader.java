package io.trunkline.tagging.format;

import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;

/** Reads {@link TextEvent} records. */
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
    return new RawQuestion(event.getText(), event.getId(), event.getEventTime().toEpochMilli());
  }
}
