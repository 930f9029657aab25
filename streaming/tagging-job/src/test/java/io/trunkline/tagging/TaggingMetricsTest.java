package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.models.ModelReport.State;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TaggingMetricsTest {
  private final RecordedMetrics metrics = new RecordedMetrics();
  private TaggingHarness operator;

  @BeforeEach
  void open() throws Exception {
    MockEnvironmentBuilder environment =
        new MockEnvironmentBuilder().setMetricGroup(metrics.task());
    operator = TaggingHarness.of(new FakeModels(), environment).opened();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void countLabelsAndDeadLetters() throws Exception {
    operator.ask("a", "poison", "c");

    assertThat(metrics.counter("task.intent.labels")).isEqualTo(2);
    assertThat(metrics.counter("task.subject.labels")).isEqualTo(2);
    assertThat(metrics.counter("reason.tag.deadLetters")).isEqualTo(1);
  }

  @Test
  void describeBatches() throws Exception {
    operator.setProcessingTime(1_000);
    operator.ask("a", "b", "c", "d");
    operator.setProcessingTime(1_010);

    assertThat(metrics.histogram("batchSize").getStatistics().getValues()).containsExactly(3, 1);
    assertThat(metrics.histogram("queueMillis").getStatistics().getValues()).containsExactly(0, 10);
    assertThat(metrics.histogram("modelMicros").getCount()).isEqualTo(2);
  }

  @Test
  void sayWhyBatchesWereTagged() throws Exception {
    operator.setProcessingTime(1_000);
    operator.ask("a", "b", "c", "d");
    operator.setProcessingTime(1_010);
    operator.ask("x".repeat(TaggingHarness.MAX_CHARACTERS), "e");
    operator.prepareSnapshotPreBarrier(1);
    operator.ask("f");
    operator.operator().endInput(1);

    for (String reason : new String[] {"size", "length", "deadline", "checkpoint", "end"}) {
      assertThat(metrics.counter("dispatch." + reason + ".batches")).as(reason).isEqualTo(1);
    }
  }

  @Test
  void followTheModelThatServes() throws Exception {
    assertThat(metrics.gauge("generation")).isEqualTo(3L);
    assertThat(metrics.counter("swaps")).isZero();

    operator.announce(5, '5');
    operator.await(State.SERVING, 5);
    assertThat(metrics.gauge("generation")).isEqualTo(5L);
    assertThat(metrics.counter("swaps")).isEqualTo(1);
  }
}
