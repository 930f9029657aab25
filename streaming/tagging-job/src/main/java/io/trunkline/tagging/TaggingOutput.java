package io.trunkline.tagging;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagging;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.models.LoadOutcome;
import io.trunkline.tagging.models.LoadOutcome.Failed;
import io.trunkline.tagging.models.ModelReport;
import io.trunkline.tagging.models.ModelReport.State;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Question;
import io.trunkline.tagging.records.Rejected;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Turns answers into labels and rejections, and outcomes of loading into reports. */
final class TaggingOutput {
  private final Output<StreamRecord<Label>> output;
  private final TaggingSettings settings;
  private final int subtask;
  private final TaggingMetrics metrics;

  TaggingOutput(
      Output<StreamRecord<Label>> output,
      TaggingSettings settings,
      int subtask,
      TaggingMetrics metrics) {
    this.output = output;
    this.settings = settings;
    this.subtask = subtask;
    this.metrics = metrics;
  }

  /** One label a task of the pipeline, or a rejection. */
  void emit(Answer answer, ModelVersion model, long batch, long now) {
    if (answer.failure() != null) {
      reject(answer.question(), answer.failure());
    }
    if (answer.tagging() != null) {
      label(answer.question(), answer.tagging(), model, batch, now);
    }
  }

  private void label(Question question, Tagging tagging, ModelVersion model, long batch, long now) {
    for (Prediction prediction : tagging.predictions()) {
      if (settings.tasks().contains(prediction.task())) {
        Label label =
            new Label(
                question.id(),
                prediction.withAlternatives(settings.alternatives()),
                tagging.outOfScope(),
                model,
                subtask,
                batch,
                now);
        output.collect(new StreamRecord<>(label, question.eventTime()));
        metrics.labelEmitted(prediction.task());
      }
    }
  }

  private void reject(Question question, RuntimeException failure) {
    Rejected rejected =
        new Rejected(
            question.origin(),
            Rejected.Stage.TAG,
            failure.getClass().getName(),
            OneLine.of(failure));
    output.collect(SideOutputs.REJECTED, new StreamRecord<>(rejected, question.eventTime()));
    metrics.questionRejected();
  }

  /** Says what became of an attempt to load a model. */
  void report(LoadOutcome outcome, long now) {
    ModelReport report =
        new ModelReport(
            outcome.version(),
            subtask,
            outcome instanceof Failed ? State.FAILED : State.SERVING,
            outcome.attempt(),
            outcome instanceof Failed failed ? OneLine.of(failed.cause()) : "",
            outcome.took().toMillis(),
            now);
    output.collect(SideOutputs.MODEL_REPORTS, new StreamRecord<>(report));
  }
}
