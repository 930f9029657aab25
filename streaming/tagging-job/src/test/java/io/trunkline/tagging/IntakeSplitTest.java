package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Text;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Question;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.SourceRecord;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

final class IntakeSplitTest {
  private static final SourceRecord ORIGIN = new SourceRecord("questions", 0, 0, null, null);
  private static final Question QUESTION = new Question("id", Text.of("text"), 7, ORIGIN);
  private static final Rejected UNDECODABLE =
      new Rejected(ORIGIN, Rejected.Stage.DECODE, "class", "message");
  private static final Rejected INVALID =
      new Rejected(ORIGIN, Rejected.Stage.VALIDATE, "class", "message");

  @Test
  void partsQuestionsFromRejectedRecordsAndCountsBoth() throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();
    try (var harness =
        new OneInputStreamOperatorTestHarness<Intake, Question>(
            new ProcessOperator<>(new IntakeSplit()),
            new MockEnvironmentBuilder().setMetricGroup(metrics.task()).build())) {
      harness.open();
      harness.processElement(new Intake(null, UNDECODABLE), 1);
      harness.processElement(new Intake(QUESTION, null), 2);
      harness.processElement(new Intake(null, INVALID), 3);

      assertThat(harness.extractOutputValues()).containsExactly(QUESTION);
      assertThat(harness.getSideOutput(SideOutputs.REJECTED))
          .extracting(StreamRecord::getValue)
          .containsExactly(UNDECODABLE, INVALID);
    }
    assertThat(metrics.counter("recordsIn")).isEqualTo(3);
    assertThat(metrics.counter("reason.decode.deadLetters")).isEqualTo(1);
    assertThat(metrics.counter("reason.validate.deadLetters")).isEqualTo(1);
  }
}
