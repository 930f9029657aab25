package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.cli.job.LocalCluster;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The doctor, against a broker and a cluster that answer. */
@Timeout(180)
@ExtendWith(KafkaExtension.class)
final class DoctorITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void aBrokerAndAClusterThatAnswerAreInOrder(KafkaTopics kafka) throws Exception {
    Path pipeline =
        Files.writeString(
            directory.resolve("pipeline.yaml"),
            "kafka: {bootstrap.servers: '%s'}%n".formatted(kafka.bootstrapServers()));

    try (LocalCluster cluster = LocalCluster.start(2, 0)) {
      // TaskManagers report to the cluster a while after it answers.
      await("its TaskManagers")
          .atMost(PATIENCE)
          .until(() -> doctor(pipeline, cluster).out().contains("slots: 2,"));
      CommandLineRun run = doctor(pipeline, cluster);

      assertThat(run.exitCode()).as(run.out()).isZero();
      assertThat(run.out())
          .contains("OK       kafka    " + kafka.bootstrapServers() + " answers, topics: ")
          .contains("OK       flink    " + cluster.address() + " runs Flink 2.3.0, slots: 2,");
    }
  }

  private static CommandLineRun doctor(Path pipeline, LocalCluster cluster) throws Exception {
    return CommandLineRun.of("doctor", "--pipeline", pipeline, "--cluster", cluster.address());
  }
}
