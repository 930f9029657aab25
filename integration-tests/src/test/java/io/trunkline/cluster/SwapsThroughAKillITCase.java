package io.trunkline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.cli.kafka.BrokerProcess;
import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.testing.Delivery;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.LabelRecord;
import io.trunkline.testing.QuestionFeed;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models that take turns while a TaskManager is killed. */
final class SwapsThroughAKillITCase {
  private static final Path CLUSTER = Path.of(System.getProperty("trunkline.cluster"));
  private static final int SWAPS = 10;

  @Test
  void everyVersionServesOnEverySubtaskAndEveryLabelIsOneVersions() throws Exception {
    Path directory = Files.createTempDirectory(CLUSTER, "swaps-");
    try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
        KafkaTopics topics = new KafkaTopics(broker.bootstrapServers());
        FlinkCluster cluster =
            FlinkCluster.start(directory.resolve("flink"), CLUSTER.resolve("lib"), 2)) {
      Scenario scenario =
          Scenario.create(topics, "swaps", directory, FlinkCluster.PATIENT_PIPELINE);
      List<ModelVersion> versions = new ArrayList<>();
      versions.add(scenario.models().publish(TinyModels.of(1)));
      List<String> digests =
          List.of(scenario.models().store(TinyModels.of(2)), versions.get(0).digest());
      String job =
          cluster.submit(
              CLUSTER.resolve("job.jar"), List.of("--pipeline", scenario.file().toString()));

      List<String> asked;
      try (QuestionFeed feed = QuestionFeed.start(scenario, 500)) {
        scenario.awaitLabelsInFlight();
        for (int swap = 0; swap < SWAPS; swap++) {
          versions.add(scenario.models().announce(digests.get(swap % digests.size())));
          if (swap == SWAPS / 2) {
            kill(cluster, job);
          }
          scenario.models().awaitStatus(versions.get(versions.size() - 1), ModelState.SERVING);
        }
        scenario.awaitLabelsInFlight();
        asked = feed.stop();
      }
      scenario.awaitLabels(asked);
      cluster.stop(job);

      for (String task : TinyModels.TASKS) {
        assertThat(scenario.delivery(task, asked)).as(task).isEqualTo(Delivery.EXACTLY_ONCE);
        List<LabelRecord> labels = scenario.labels(task);
        assertThat(labels)
            .allSatisfy(label -> assertThat(versions).contains(label.model()))
            .allSatisfy(
                label -> assertThat(label.generation()).isEqualTo(label.model().generation()));
        assertThat(labels)
            .filteredOn(label -> label.model().equals(versions.get(SWAPS)))
            .extracting(LabelRecord::subtask)
            .contains(0, 1);
      }
    }
  }

  private static void kill(FlinkCluster cluster, String job) throws Exception {
    cluster.killTaskManager(0);
    await("restart")
        .atMost(Scenario.PATIENCE)
        .until(() -> cluster.rest().failures(job) > 0 && cluster.rest().isRunning(job));
  }
}
