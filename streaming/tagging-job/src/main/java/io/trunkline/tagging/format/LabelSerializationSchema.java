package io.trunkline.tagging.format;

import io.trunkline.tagging.pipeline.LabelMapping;
import io.trunkline.tagging.pipeline.Labels;
import io.trunkline.tagging.pipeline.RecordFormat;
import io.trunkline.tagging.records.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes each label to the topic of its task, see {@link LabelEncoder}. */
public final class LabelSerializationSchema
    implements KafkaRecordSerializationSchema<Label>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final RecordFormat format;
  private final LabelMapping mapping;
  private final LinkedHashMap<String, String> topics;

  @SuppressWarnings("NullAway.Init") // Made by open.
  private transient LabelEncoder encoder;

  /**
   * @param labels the pipeline's {@code labels} section
   * @param topics the topic of each task that labels come for
   */
  public LabelSerializationSchema(Labels labels, Map<String, String> topics) {
    this.format = labels.format();
    this.mapping = labels.mapping();
    this.topics = new LinkedHashMap<>(topics);
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    encoder = new LabelEncoder(format, mapping, topics);
  }

  /**
   * @throws IllegalArgumentException if the label's task has no topic here
   */
  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Label label, KafkaSinkContext context, @Nullable Long timestamp) {
    return encoder.encode(label);
  }

  /** The topics whose unfinished transactions a restarted sink must end. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return TargetTopics.facet(List.copyOf(topics.values()));
  }
}
