package io.trunkline.tagging;

import io.trunkline.model.ModelVersion;
import io.trunkline.tagging.models.LoadOutcome;
import io.trunkline.tagging.models.ModelSwitch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/** Tags batches with the model that serves, and lets a newer one serve from the next batch on. */
final class BatchTagger {
  private final ModelSwitch models;
  private final TaggingOutput out;
  private final TaggingMetrics metrics;
  private final ProcessingTimeService clock;

  BatchTagger(
      ModelSwitch models, TaggingOutput out, TaggingMetrics metrics, ProcessingTimeService clock) {
    this.models = models;
    this.out = out;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Emits what the model says of every question of a batch. */
  void tag(MicroBatch batch, Dispatch reason) {
    long queued = clock.getCurrentProcessingTime() - batch.startedAt();
    long start = System.nanoTime();
    List<Answer> answers = FaultIsolation.tag(models.tagger(), batch.questions());
    long took = System.nanoTime() - start;
    metrics.batchTagged(reason, batch.size(), queued, TimeUnit.NANOSECONDS.toMicros(took));
    for (Answer answer : answers) {
      out.emit(answer, models.version(), batch.number(), clock.getCurrentProcessingTime());
    }
  }

  /** Takes what the model loader brought, if anything, and reports it. */
  void advanceModel() throws Exception {
    ModelVersion before = models.version();
    for (LoadOutcome outcome : models.advance()) {
      out.report(outcome, clock.getCurrentProcessingTime());
    }
    if (!before.equals(models.version())) {
      metrics.modelSwapped();
    }
  }
}
