package io.trunkline.tagging.format;

import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.LearnerRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes what the learner says, each kind to its topic; announcements to its one partition. */
public final class LearnerRecordSerializationSchema
    implements KafkaRecordSerializationSchema<LearnerRecord>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;
  private static final int ONLY_PARTITION = 0;

  private final String models;
  private final String rounds;
  private final String decisions;

  /** Writes to the topics that the pipeline names. */
  public LearnerRecordSerializationSchema(Pipeline pipeline) {
    this.models = pipeline.models().topic();
    this.rounds = pipeline.learning().roundsTopic();
    this.decisions = pipeline.learning().decisionsTopic();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      LearnerRecord record, KafkaSinkContext context, @Nullable Long timestamp) {
    byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
    Integer partition =
        record.kind() == LearnerRecord.Kind.ANNOUNCEMENT ? (Integer) ONLY_PARTITION : null;
    return new ProducerRecord<>(
        topic(record.kind()), partition, record.writtenAt(), key, record.value());
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return TargetTopics.facet(List.of(models, rounds, decisions));
  }

  private String topic(LearnerRecord.Kind kind) {
    return switch (kind) {
      case ANNOUNCEMENT -> models;
      case ROUND -> rounds;
      case DECISION -> decisions;
    };
  }
}
