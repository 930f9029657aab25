package io.trunkline.tagging.format;

import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.tagging.records.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link DeadLetter} records. The key is the original record's {@link
 * io.trunkline.tagging.records.SourceRecord#address() address}; the timestamp is the present. Where
 * the whole would be too large for the topic, the original value is cut from its end, and where
 * that is not enough the original key too: a dead letter always fits.
 */
public final class DeadLetterSerializationSchema
    implements KafkaRecordSerializationSchema<Rejected>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final RecordLimit limit;
  private final Clock clock;

  @SuppressWarnings("NullAway.Init") // Made by open.
  private transient DeadLetterWriter writer;

  /**
   * @param topic where to
   * @param limit how large a record may be there
   * @param clock tells when a record failed; serializable, as the JDK's own are
   */
  public DeadLetterSerializationSchema(String topic, RecordLimit limit, Clock clock) {
    this.topic = topic;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    writer = new DeadLetterWriter(limit);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Rejected rejected, KafkaSinkContext context, @Nullable Long timestamp) {
    Instant now = clock.instant();
    byte[] key = rejected.origin().address().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(
        topic, null, now.toEpochMilli(), key, writer.write(key, rejected, now));
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return TargetTopics.facet(List.of(topic));
  }
}
