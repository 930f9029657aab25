package io.trunkline.tagging.format;

import io.trunkline.model.TaskKind;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.pipeline.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link LabelSerializationSchema} writes, for those who look at labels. Confined to one
 * thread.
 */
public final class LabelDecoder {
  private final Labels labels;
  private final LabelReader reader;

  /** Reads the topics, and the format, of the pipeline's {@code labels} section. */
  public LabelDecoder(Labels labels) {
    this.labels = labels;
    this.reader =
        switch (labels.format()) {
          case AVRO -> new AvroLabelReader();
          case JSON -> new JsonLabelReader(labels.mapping());
          case TEXT -> new TextLabelReader();
        };
  }

  /**
   * The label of a record.
   *
   * @throws IOException if the record holds none in the pipeline's format; the message is one line
   */
  public DecodedLabel decode(ConsumerRecord<byte[], byte[]> record) throws IOException {
    String task =
        labels
            .taskOf(record.topic())
            .orElseThrow(() -> new IOException(record.topic() + " is no topic of labels"));
    if (record.key() == null || record.value() == null) {
      throw new IOException("no key or no value, expected a label");
    }
    LabelReader.Content content = reader.read(task, kind(record), record.value());
    return new DecodedLabel(
        new String(record.key(), StandardCharsets.UTF_8),
        content.prediction(),
        content.outOfScope(),
        content.modelDigest(),
        generation(record));
  }

  private static @Nullable Long generation(ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    String text = header(record, LabelHeaders.GENERATION);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IOException(
          OneLine.of("header " + LabelHeaders.GENERATION + " is '" + text + "', expected a number"),
          e);
    }
  }

  /** Single-label where there is no header, for once there was no other kind. */
  private static TaskKind kind(ConsumerRecord<byte[], byte[]> record) throws IOException {
    String text = header(record, LabelHeaders.KIND);
    if (text == null) {
      return TaskKind.SINGLE_LABEL;
    }
    for (TaskKind kind : TaskKind.values()) {
      if (kind.title().equals(text)) {
        return kind;
      }
    }
    throw new IOException(
        OneLine.of("header " + LabelHeaders.KIND + " is '" + text + "', expected a kind of task"));
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
