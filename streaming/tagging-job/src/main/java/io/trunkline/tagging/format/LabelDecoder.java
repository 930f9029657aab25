package io.trunkline.tagging.format;

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
  private final String task;
  private final LabelReader reader;

  /**
   * @param labels the pipeline's {@code labels} section
   * @param task the task whose topic is read
   */
  public LabelDecoder(Labels labels, String task) {
    this.task = task;
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
    if (record.key() == null || record.value() == null) {
      throw new IOException("no key or no value, expected a label");
    }
    LabelReader.Ranking ranking = reader.read(record.value());
    return new DecodedLabel(
        new String(record.key(), StandardCharsets.UTF_8),
        task,
        ranking.label(),
        ranking.score(),
        ranking.alternatives(),
        generation(record),
        record.timestamp());
  }

  private static @Nullable Long generation(ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    Header header = record.headers().lastHeader(LabelHeaders.GENERATION);
    if (header == null) {
      return null;
    }
    String text = new String(header.value(), StandardCharsets.UTF_8);
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IOException(
          OneLine.of("header " + LabelHeaders.GENERATION + " is '" + text + "', expected a number"),
          e);
    }
  }
}
