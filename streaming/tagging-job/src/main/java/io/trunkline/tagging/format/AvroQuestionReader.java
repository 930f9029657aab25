package io.trunkline.tagging.format;

import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;

/** Reads {@link TextEvent} records. */
final class AvroQuestionReader implements QuestionReader {
  private final AvroCodec<TextEvent> codec = AvroCodec.of(TextEvent.class);

  @Override
  public RawQuestion read(byte[] value) throws IOException {
    TextEvent event = codec.decode(value);
    return new RawQuestion(event.getText(), event.getId(), event.getEventTime().toEpochMilli());
  }
}
