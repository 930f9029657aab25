package io.trunkline.tagging;

import io.trunkline.model.learning.RoundSettings;
import io.trunkline.tagging.learner.LearnerSettings;
import io.trunkline.tagging.learner.LearnerWorkflow;
import io.trunkline.tagging.learner.examples.TaskRule;
import io.trunkline.tagging.learner.rounds.StoredRounds;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.models.StartModel;
import io.trunkline.tagging.pipeline.Learning;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Signal;
import java.util.Optional;
import org.apache.flink.util.function.SerializableSupplier;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** The part of a pipeline that learns. */
final class LearnerSetup {
  private LearnerSetup() {}

  /** Empty where the pipeline does not learn, or this run of it is to end by itself. */
  static Optional<LearnerWorkflow> of(
      Pipeline pipeline, JobOptions options, StartModel start, ModelPlan models) {
    return pipeline.learning().enabled() && !options.untilEnd()
        ? Optional.of(workflow(pipeline, settings(pipeline, options, start, models)))
        : Optional.empty();
  }

  static LearnerSettings settings(
      Pipeline pipeline, JobOptions options, StartModel start, ModelPlan models) {
    // A savepoint may be of a job that learnt nothing but saw announcements after its start model.
    Announcement serving = options.fromSavepoint() == null ? start.announcement() : start.newest();
    return new LearnerSettings(
        pipeline.learning(),
        new ModelPlan(serving, models.source(), models.retryInterval()),
        TaskRule.ofAll(start.answers()),
        start.announcement().version().digest(),
        rounds(pipeline.learning().rounds().freshShare()),
        new StoredRounds(pipeline.models().store(), pipeline.learning().gate()));
  }

  private static SerializableSupplier<RoundSettings> rounds(double freshShare) {
    return () -> RoundSettings.defaults().withFreshShare(freshShare);
  }

  static LearnerWorkflow workflow(Pipeline pipeline, LearnerSettings settings) {
    Learning learning = pipeline.learning();
    return new LearnerWorkflow(
        KafkaSources.signals(
            pipeline, Signal.Kind.EXAMPLE, learning.examplesTopic(), OffsetResetStrategy.EARLIEST),
        KafkaSources.signals(
            pipeline,
            Signal.Kind.PROPOSAL,
            learning.proposalsTopic(),
            OffsetResetStrategy.EARLIEST),
        // What had changed before anybody learnt is no news.
        KafkaSources.signals(
            pipeline, Signal.Kind.DRIFT, learning.driftTopic(), OffsetResetStrategy.LATEST),
        settings,
        new KafkaSinks(pipeline, pipeline.name()).learnerRecords());
  }
}
