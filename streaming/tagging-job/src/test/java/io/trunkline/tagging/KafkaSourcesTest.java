package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Text;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Question;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.SourceRecord;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

final class KafkaSourcesTest {
  private static final SourceRecord ORIGIN = new SourceRecord("questions", 0, 0, null, null);
  private static final long KAFKA_TIME = 9_000_000;

  private final Pipeline pipeline =
      Pipeline.parse(
          """
          kafka: {bootstrap.servers: 'localhost:9092'}
          questions: {maxOutOfOrderness: 2s}
          """,
          "test");

  @Test
  void aRunUntilTheEndIsBoundedOnBothSides() {
    Sources endless = KafkaSources.of(pipeline, JobOptions.NONE, "g", 0);
    Sources ending = KafkaSources.of(pipeline, new JobOptions(true, null), "g", 0);

    assertThat(endless.questions().getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    assertThat(endless.announcements().getBoundedness())
        .isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    assertThat(ending.questions().getBoundedness()).isEqualTo(Boundedness.BOUNDED);
    assertThat(ending.announcements().getBoundedness()).isEqualTo(Boundedness.BOUNDED);
  }

  @Test
  void eventTimeIsTheQuestionsAndNotKafkas() {
    Intake question = new Intake(new Question("id", Text.of("text"), 5_000, ORIGIN), null);
    assertThat(watermarkAfter(question)).isEqualTo(5_000 - 2_000 - 1);
  }

  @Test
  void aRejectedRecordDoesNotMoveEventTime() {
    Intake question = new Intake(new Question("id", Text.of("text"), 5_000, ORIGIN), null);
    Intake rejected = new Intake(null, new Rejected(ORIGIN, Rejected.Stage.DECODE, "c", "m"));
    assertThat(watermarkAfter(question, rejected)).isEqualTo(5_000 - 2_000 - 1);
  }

  private long watermarkAfter(Intake... records) {
    WatermarkStrategy<Intake> strategy =
        KafkaSources.of(pipeline, JobOptions.NONE, "g", 0).eventTime();
    TimestampAssigner<Intake> timestamps = strategy.createTimestampAssigner(null);
    WatermarkGenerator<Intake> watermarks = strategy.createWatermarkGenerator(new Standstill());
    LastWatermark last = new LastWatermark();
    for (Intake record : records) {
      watermarks.onEvent(record, timestamps.extractTimestamp(record, KAFKA_TIME), last);
    }
    watermarks.onPeriodicEmit(last);
    return last.timestamp;
  }

  /** Time stands still, so that nothing becomes idle. */
  private static final class Standstill implements WatermarkGeneratorSupplier.Context {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return new ManualClock();
    }
  }

  private static final class LastWatermark implements WatermarkOutput {
    private long timestamp;

    @Override
    public void emitWatermark(Watermark watermark) {
      timestamp = watermark.getTimestamp();
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
