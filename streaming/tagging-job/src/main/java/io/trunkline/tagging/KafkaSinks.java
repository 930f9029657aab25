package io.trunkline.tagging;

import io.trunkline.tagging.format.DeadLetterSerializationSchema;
import io.trunkline.tagging.format.LabelSerializationSchema;
import io.trunkline.tagging.format.LearnerRecordSerializationSchema;
import io.trunkline.tagging.format.ModelStatusSerializationSchema;
import io.trunkline.tagging.format.RecordLimit;
import io.trunkline.tagging.kafka.TidyKafkaSink;
import io.trunkline.tagging.pipeline.Guarantee;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.LearnerRecord;
import java.time.Clock;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/**
 * The Kafka topics that a pipeline writes. Labels and dead letters leave under the pipeline's
 * guarantee; the model status at least once, so that it is seen at once.
 */
final class KafkaSinks {
  private final Pipeline pipeline;
  private final String transactions;

  /**
   * @param transactions how transactional ids begin; no two running jobs may share it
   */
  KafkaSinks(Pipeline pipeline, String transactions) {
    this.pipeline = pipeline;
    this.transactions = transactions;
  }

  /**
   * The sinks of one run.
   *
   * @param labelTopics topic by task
   * @param deadLetterLimit how large a dead letter may be
   */
  Sinks create(Map<String, String> labelTopics, RecordLimit deadLetterLimit, Clock clock) {
    return new Sinks(
        sink("labels", guarantee(), new LabelSerializationSchema(pipeline.labels(), labelTopics)),
        sink(
            "dead-letters",
            guarantee(),
            new DeadLetterSerializationSchema(
                pipeline.deadLetters().topic(), deadLetterLimit, clock)),
        sink(
            "model-status",
            DeliveryGuarantee.AT_LEAST_ONCE,
            new ModelStatusSerializationSchema(pipeline.models().statusTopic())));
  }

  /** Where the learner writes: exactly once, all of a checkpoint's records or none. */
  Sink<LearnerRecord> learnerRecords() {
    return sink(
        "learner-records",
        DeliveryGuarantee.EXACTLY_ONCE,
        new LearnerRecordSerializationSchema(pipeline));
  }

  private DeliveryGuarantee guarantee() {
    return pipeline.guarantee() == Guarantee.EXACTLY_ONCE
        ? DeliveryGuarantee.EXACTLY_ONCE
        : DeliveryGuarantee.AT_LEAST_ONCE;
  }

  private <T> Sink<T> sink(
      String name, DeliveryGuarantee guarantee, KafkaRecordSerializationSchema<T> serializer) {
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(pipeline.producerProperties())
            .setBootstrapServers(pipeline.kafka().bootstrapServers())
            .setRecordSerializer(serializer)
            .setDeliveryGuarantee(guarantee)
            .setTransactionalIdPrefix(transactions + "-" + name)
            // Uses a handful of ids again and again, where the default makes one a checkpoint, each
            // of
            // which the broker keeps for a week.
            .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
            .build();
    return new TidyKafkaSink<>(sink);
  }
}
