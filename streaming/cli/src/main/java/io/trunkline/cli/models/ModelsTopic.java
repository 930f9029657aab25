package io.trunkline.cli.models;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic on which models are announced. Confined to one thread. */
public final class ModelsTopic {
  private static final int ONLY_PARTITION = 0;
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Pipeline pipeline;
  private final String topic;
  private final AvroCodec<ModelAnnouncement> codec = AvroCodec.of(ModelAnnouncement.class);

  public ModelsTopic(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.topic = pipeline.models().topic();
  }

  /**
   * Every announcement, oldest first.
   *
   * @throws InvalidInputException if the topic does not exist or no broker answers
   */
  public List<AnnouncedModel> read() throws InterruptedException {
    List<AnnouncedModel> announced = new ArrayList<>();
    try (TopicReader reader = TopicReader.fromBeginning(pipeline, List.of(topic))) {
      while (!reader.atEnd()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
          announced.add(decode(record));
        }
      }
    }
    return announced;
  }

  /**
   * Announces a model that is in the store already.
   *
   * @return its generation
   * @throws InvalidInputException if the topic does not have exactly one partition
   */
  public long announce(ModelAnnouncement announcement) throws InterruptedException {
    requireOnePartition();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            ONLY_PARTITION,
            announcement.getDigest().getBytes(StandardCharsets.UTF_8),
            codec.encode(announcement));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            pipeline.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      return producer.send(record).get().offset();
    } catch (ExecutionException e) {
      throw new KafkaException("the model was stored but not announced", e.getCause());
    }
  }

  private void requireOnePartition() throws InterruptedException {
    try (Brokers brokers = new Brokers(pipeline)) {
      int partitions = brokers.partitions(List.of(topic)).size();
      if (partitions != 1) {
        throw new InvalidInputException(
            "models.topic: '%s' has %d partitions, expected one, since a model's generation is its offset"
                .formatted(topic, partitions));
      }
    }
  }

  private AnnouncedModel decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      ModelAnnouncement announcement = codec.decode(record.value());
      return new AnnouncedModel(
          record.offset(),
          announcement.getDigest(),
          announcement.getAnnouncedAt(),
          announcement.getAnnouncedBy(),
          announcement.getNote());
    } catch (MalformedRecordException e) {
      throw new InvalidInputException(
          "models.topic: record %d of '%s' is no announcement: %s"
              .formatted(record.offset(), topic, e.getMessage()),
          e);
    }
  }
}
