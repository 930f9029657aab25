package io.trunkline.tagging;

import io.trunkline.tagging.format.ModelAnnouncementDeserializationSchema;
import io.trunkline.tagging.format.QuestionDeserializationSchema;
import io.trunkline.tagging.format.SignalDeserializationSchema;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.pipeline.Questions;
import io.trunkline.tagging.pipeline.Start;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Signal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** The Kafka topics that a pipeline reads. */
final class KafkaSources {
  private KafkaSources() {}

  /**
   * The sources of one run.
   *
   * @param group the consumer group whose progress is kept
   * @param announcementsFrom offset of the first announcement to read
   */
  static Sources of(Pipeline pipeline, JobOptions options, String group, long announcementsFrom) {
    KafkaSourceBuilder<Intake> questions = questions(pipeline, group);
    KafkaSourceBuilder<Announcement> announcements = announcements(pipeline, announcementsFrom);
    if (options.untilEnd()) {
      questions.setBounded(OffsetsInitializer.latest());
      // So that the next such run begins where this one did.
      questions.setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "false");
      announcements.setBounded(OffsetsInitializer.latest());
    }
    return new Sources(questions.build(), eventTime(pipeline.questions()), announcements.build());
  }

  private static KafkaSourceBuilder<Intake> questions(Pipeline pipeline, String group) {
    return KafkaSource.<Intake>builder()
        .setProperties(pipeline.consumerProperties())
        .setTopics(pipeline.questions().topic())
        .setGroupId(group)
        .setClientIdPrefix(group + "-questions")
        .setStartingOffsets(start(pipeline.questions().start()))
        .setDeserializer(new QuestionDeserializationSchema(pipeline.questions()));
  }

  private static KafkaSourceBuilder<Announcement> announcements(Pipeline pipeline, long from) {
    TopicPartition partition = new TopicPartition(pipeline.models().topic(), 0);
    return KafkaSource.<Announcement>builder()
        .setProperties(pipeline.consumerProperties())
        .setTopics(partition.topic())
        .setClientIdPrefix(pipeline.name() + "-models")
        .setStartingOffsets(OffsetsInitializer.offsets(Map.of(partition, from)))
        .setDeserializer(new ModelAnnouncementDeserializationSchema());
  }

  /**
   * A topic that the learner reads. None of it is passed over: each proposal gets an answer, though
   * it be that it is stale.
   */
  static Source<Signal, ?, ?> signals(
      Pipeline pipeline, Signal.Kind kind, String topic, OffsetResetStrategy whereNeverRead) {
    return KafkaSource.<Signal>builder()
        .setProperties(pipeline.consumerProperties())
        .setTopics(topic)
        .setGroupId(pipeline.name())
        .setClientIdPrefix(pipeline.name() + "-" + kind.name().toLowerCase(Locale.ROOT))
        .setStartingOffsets(OffsetsInitializer.committedOffsets(whereNeverRead))
        .setDeserializer(new SignalDeserializationSchema(kind))
        .build();
  }

  private static OffsetsInitializer start(Start start) {
    return switch (start.position()) {
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
      case INSTANT ->
          OffsetsInitializer.timestamp(Objects.requireNonNull(start.instant()).toEpochMilli());
    };
  }

  private static WatermarkStrategy<Intake> eventTime(Questions questions) {
    return WatermarkStrategy.<Intake>forBoundedOutOfOrderness(questions.maxOutOfOrderness())
        .withIdleness(questions.maxIdleness())
        .withTimestampAssigner((intake, kafkaTimestamp) -> eventTime(intake));
  }

  /** A rejected record has none: Kafka's in its place could be years ahead of the questions. */
  private static long eventTime(Intake intake) {
    return intake.question() == null ? Long.MIN_VALUE : intake.question().eventTime();
  }
}
