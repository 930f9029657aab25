package io.trunkline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.cli.kafka.BrokerProcess;
import io.trunkline.testing.Delivery;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.QuestionFeed;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The packaged job on a real cluster: a broker, a JobManager and two TaskManagers, each a process
 * that can die.
 */
final class KillTaskManagerITCase {
  private static final Path CLUSTER = Path.of(System.getProperty("trunkline.cluster"));

  @Test
  void aKilledTaskManagerCostsNoLabelAndRepeatsNone(TestReporter reporter) throws Exception {
    Path directory = Files.createTempDirectory(CLUSTER, "kill-");
    try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
        KafkaTopics topics = new KafkaTopics(broker.bootstrapServers());
        FlinkCluster cluster =
            FlinkCluster.start(directory.resolve("flink"), CLUSTER.resolve("lib"), 2)) {
      Scenario scenario = Scenario.create(topics, "kill", directory, FlinkCluster.PATIENT_PIPELINE);
      scenario.models().publish(TinyModels.of(1));
      String job =
          cluster.submit(
              CLUSTER.resolve("job.jar"), List.of("--pipeline", scenario.file().toString()));

      List<String> asked;
      try (QuestionFeed feed = QuestionFeed.start(scenario, 2_000)) {
        scenario.awaitLabelsInFlight();
        cluster.killTaskManager(0);
        await("restart")
            .atMost(Scenario.PATIENCE)
            .until(() -> cluster.rest().failures(job) > 0 && cluster.rest().isRunning(job));
        scenario.awaitLabelsInFlight();
        asked = feed.stop();
      }
      scenario.awaitLabels(asked);
      cluster.stop(job);

      for (String task : TinyModels.TASKS) {
        assertThat(scenario.delivery(task, asked)).as(task).isEqualTo(Delivery.EXACTLY_ONCE);
        int written =
            topics.read(scenario.pipeline().labelTopic(task), Isolation.READ_UNCOMMITTED).size();
        assertThat(written)
            .as("records of %s, those in transactions that the kill aborted included", task)
            .isGreaterThan(asked.size());
        reporter.publishEntry(
            task, "%d questions, as many labels seen, %d written".formatted(asked.size(), written));
      }
    }
  }
}
