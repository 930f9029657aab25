package io.trunkline.tagging.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.Text;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Questions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes questions as {@link QuestionDeserializationSchema} reads them, for those who send some.
 * The key is the id. Confined to one thread.
 */
public final class QuestionEncoder {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final AvroCodec<TextEvent> codec = AvroCodec.of(TextEvent.class);
  private final Questions questions;

  /** Writes to the topic, and in the format, of the pipeline's {@code questions} section. */
  public QuestionEncoder(Questions questions) {
    this.questions = questions;
  }

  /**
   * A record for the questions topic.
   *
   * @param id the question's id; format text has no place for it, nor has json without a pointer to
   *     one, so that a reader derives another
   * @param text what to tag; format text has no place for its attributes, nor has json without a
   *     pointer to them
   * @param eventTime when it was written, to the millisecond; as above, but read as the record's
   *     timestamp
   */
  public ProducerRecord<byte[], byte[]> encode(String id, Text text, Instant eventTime) {
    byte[] value =
        switch (questions.format()) {
          case AVRO -> avro(id, text, eventTime);
          case JSON -> json(id, text, eventTime);
          case TEXT -> text.content().getBytes(StandardCharsets.UTF_8);
        };
    return new ProducerRecord<>(
        questions.topic(), null, id.getBytes(StandardCharsets.UTF_8), value);
  }

  private byte[] avro(String id, Text text, Instant eventTime) {
    return codec.encode(new TextEvent(id, text.content(), eventTime, "", null, text.attributes()));
  }

  private byte[] json(String id, Text text, Instant eventTime) {
    JsonObject object = new JsonObject();
    object.put(questions.mapping().id(), NODES.textNode(id));
    object.put(questions.mapping().text(), NODES.textNode(text.content()));
    object.put(questions.mapping().eventTime(), NODES.numberNode(eventTime.toEpochMilli()));
    if (!text.attributes().isEmpty()) {
      ObjectNode attributes = NODES.objectNode();
      text.attributes().forEach(attributes::put);
      object.put(questions.mapping().attributes(), attributes);
    }
    return object.toBytes();
  }
}
