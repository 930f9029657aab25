package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.tagging.records.Label;
import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
final class IdlePartitionITCase {
  @TempDir Path directory;

  /** All questions are in one partition, and no model is announced while the job runs. */
  @Test
  void eventTimeGoesOnWhereAPartitionAndTheModelsAreSilent(KafkaTopics topics) throws Exception {
    Scenario scenario =
        Scenario.create(
            topics, "idle", directory, "questions: {maxIdleness: 200ms, maxOutOfOrderness: 5s}");
    scenario.models().publish(TinyModels.of(1));
    List<TextEvent> events = Events.range(0, 100);
    long last = events.get(events.size() - 1).getEventTime().toEpochMilli();
    WatermarkSink watermarks = new WatermarkSink();
    try (RunningJob job =
        RunningJob.start(
            scenario,
            UnaryOperator.identity(),
            sinks -> new Sinks(watermarks, sinks.deadLetters(), sinks.modelStatus()))) {
      scenario.askInPartition(0, events);

      await("event time on the subtask that reads, at the last question less the out-of-orderness")
          .atMost(Scenario.PATIENCE)
          .untilAsserted(() -> assertThat(WatermarkSink.HIGHEST).containsValue(last - 5_000 - 1));
      job.stopWithSavepoint();
    }
  }

  /** Remembers how far event time has come, by subtask. */
  private static final class WatermarkSink implements Sink<Label> {
    private static final long serialVersionUID = 1L;
    static final Map<Integer, Long> HIGHEST = new ConcurrentHashMap<>();

    @Override
    public SinkWriter<Label> createWriter(WriterInitContext context) {
      int subtask = context.getTaskInfo().getIndexOfThisSubtask();
      return new SinkWriter<>() {
        @Override
        public void write(Label label, Context labelContext) {}

        @Override
        public void writeWatermark(Watermark watermark) {
          HIGHEST.put(subtask, watermark.getTimestamp());
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}
