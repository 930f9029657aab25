package io.trunkline.tagging.format;

import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.models.ModelReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes {@link ModelStatus} records; the key is the model's digest. */
public final class ModelStatusSerializationSchema
    implements KafkaRecordSerializationSchema<ModelReport>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final String topic;

  @SuppressWarnings("NullAway.Init") // Made by open.
  private transient AvroCodec<ModelStatus> codec;

  /**
   * @param topic where to
   */
  public ModelStatusSerializationSchema(String topic) {
    this.topic = topic;
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    codec = AvroCodec.of(ModelStatus.class);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      ModelReport report, KafkaSinkContext context, @Nullable Long timestamp) {
    ModelStatus status =
        new ModelStatus(
            report.model().digest(),
            report.model().generation(),
            report.subtask(),
            state(report.state()),
            report.attempt(),
            OneLine.of(report.message()),
            report.loadMillis(),
            Instant.ofEpochMilli(report.reportedAt()));
    return new ProducerRecord<>(
        topic,
        null,
        report.reportedAt(),
        report.model().digest().getBytes(StandardCharsets.UTF_8),
        codec.encode(status));
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return TargetTopics.facet(List.of(topic));
  }

  private static ModelState state(ModelReport.State state) {
    return switch (state) {
      case SERVING -> ModelState.SERVING;
      case FAILED -> ModelState.FAILED;
    };
  }
}
