package io.trunkline.tagging.format;

import io.trunkline.tagging.pipeline.LabelMapping;
import io.trunkline.tagging.pipeline.Labels;
import io.trunkline.tagging.pipeline.RecordFormat;
import io.trunkline.tagging.records.Label;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes a record of each label, for the topic of its task, in any of the formats. The key is the
 * question's id; the timestamp is when the label was made, not the event time, by which a broker
 * would delete labels of old questions at once; the headers are those of {@link LabelHeaders}.
 * Confined to one thread.
 */
public final class LabelEncoder {
  private final Map<String, String> topics;
  private final LabelWriter writer;
  private final LabelHeaders headers = new LabelHeaders();

  /**
   * @param labels the pipeline's {@code labels} section
   * @param topics the topic of each task that labels come for
   */
  public LabelEncoder(Labels labels, Map<String, String> topics) {
    this(labels.format(), labels.mapping(), topics);
  }

  LabelEncoder(RecordFormat format, LabelMapping mapping, Map<String, String> topics) {
    this.topics = Map.copyOf(topics);
    writer =
        switch (format) {
          case AVRO -> new AvroLabelWriter();
          case JSON -> new JsonLabelWriter(mapping);
          case TEXT -> new TextLabelWriter();
        };
  }

  /**
   * The record of a label.
   *
   * @throws IllegalArgumentException if the label's task has no topic here
   */
  public ProducerRecord<byte[], byte[]> encode(Label label) {
    String task = label.task();
    String topic = topics.get(task);
    if (topic == null) {
      throw new IllegalArgumentException("no topic for task " + task);
    }
    return new ProducerRecord<>(
        topic,
        null,
        label.producedAt(),
        label.eventId().getBytes(StandardCharsets.UTF_8),
        writer.write(label),
        headers.of(label));
  }
}
