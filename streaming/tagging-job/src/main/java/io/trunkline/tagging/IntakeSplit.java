package io.trunkline.tagging;

import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Question;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Parts the questions from the records that were rejected, which leave as a side output. */
final class IntakeSplit extends ProcessFunction<Intake, Question> {
  private static final long serialVersionUID = 1L;

  private transient IntakeMetrics metrics;

  @Override
  public void open(OpenContext context) {
    metrics = new IntakeMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Intake intake, Context context, Collector<Question> questions) {
    metrics.recordRead();
    if (intake.question() != null) {
      questions.collect(intake.question());
    }
    if (intake.rejected() != null) {
      metrics.recordRejected(intake.rejected().stage());
      context.output(SideOutputs.REJECTED, intake.rejected());
    }
  }
}
