package io.trunkline.tagging;

import io.trunkline.tagging.pipeline.Checkpointing;
import io.trunkline.tagging.pipeline.Guarantee;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.pipeline.Restart;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/** A pipeline's settings under Flink's own keys. */
final class JobConfiguration {
  private JobConfiguration() {}

  static Configuration of(Pipeline pipeline, JobOptions options) {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.NAME, pipeline.name());
    flink.set(CoreOptions.DEFAULT_PARALLELISM, pipeline.parallelism());
    // Records are immutable, so operators may share them.
    flink.set(PipelineOptions.OBJECT_REUSE, true);
    // A question waits no longer on its way to a batch than in it.
    flink.set(ExecutionOptions.BUFFER_TIMEOUT, pipeline.batching().maxDelay());
    // A type that Flink would hand to Kryo is a mistake.
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    checkpointing(flink, pipeline.checkpointing(), pipeline.guarantee());
    restart(flink, pipeline.restart());
    if (options.fromSavepoint() != null) {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, options.fromSavepoint());
    }
    return flink;
  }

  private static void checkpointing(
      Configuration flink, Checkpointing checkpointing, Guarantee guarantee) {
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointing.interval());
    flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpointing.timeout());
    flink.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
        guarantee == Guarantee.EXACTLY_ONCE
            ? CheckpointingMode.EXACTLY_ONCE
            : CheckpointingMode.AT_LEAST_ONCE);
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (checkpointing.directory() != null) {
      flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
      flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpointing.directory().toString());
    }
  }

  private static void restart(Configuration flink, Restart restart) {
    switch (restart.strategy()) {
      case NONE -> flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
      case FIXED_DELAY -> {
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, restart.attempts());
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, restart.delay());
      }
      case EXPONENTIAL_DELAY -> {
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, restart.attempts());
        flink.set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
            restart.delay());
        flink.set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
        flink.set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
            restart.maxDelay());
      }
    }
  }
}
