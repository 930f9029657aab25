package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.tagging.pipeline.Pipeline;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

final class JobConfigurationTest {
  @Test
  void defaultsAreExactlyOnceWithRestartsWithoutEnd() {
    assertThat(configuration("", JobOptions.NONE))
        .containsEntry("pipeline.name", "trunkline")
        .containsEntry("parallelism.default", "1")
        .containsEntry("pipeline.object-reuse", "true")
        .containsEntry("pipeline.generic-types", "false")
        .containsEntry("execution.checkpointing.interval", "1 s")
        .containsEntry("execution.checkpointing.mode", "EXACTLY_ONCE")
        .containsEntry("restart-strategy.type", "exponential-delay")
        .containsEntry(
            "restart-strategy.exponential-delay.attempts-before-reset-backoff",
            String.valueOf(Integer.MAX_VALUE))
        .doesNotContainKeys("execution.checkpointing.dir", "execution.state-recovery.path");
  }

  @Test
  void everySettingReachesFlink() {
    String yaml =
        """
        name: mine
        parallelism: 3
        guarantee: at-least-once
        checkpointing: {interval: 5s, timeout: 20s, directory: 's3://bucket/checkpoints'}
        restart: {strategy: fixed-delay, attempts: 4, delay: 2s}
        """;
    assertThat(configuration(yaml, new JobOptions(false, "s3://bucket/savepoint")))
        .containsEntry("pipeline.name", "mine")
        .containsEntry("parallelism.default", "3")
        .containsEntry("execution.checkpointing.mode", "AT_LEAST_ONCE")
        .containsEntry("execution.checkpointing.interval", "5 s")
        .containsEntry("execution.checkpointing.timeout", "20 s")
        .containsEntry("execution.checkpointing.dir", "s3://bucket/checkpoints")
        .containsEntry("restart-strategy.type", "fixed-delay")
        .containsEntry("restart-strategy.fixed-delay.attempts", "4")
        .containsEntry("restart-strategy.fixed-delay.delay", "2 s")
        .containsEntry("execution.state-recovery.path", "s3://bucket/savepoint");
  }

  private static Map<String, String> configuration(String yaml, JobOptions options) {
    Pipeline pipeline =
        Pipeline.parse("kafka: {bootstrap.servers: 'localhost:9092'}\n" + yaml, "test");
    Configuration flink = JobConfiguration.of(pipeline, options);
    return flink.toMap();
  }
}
