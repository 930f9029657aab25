package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
final class AtLeastOnceITCase {
  @TempDir Path directory;

  @Test
  void labelsAreSeenBeforeACheckpointAndAgainAfterAFailure(KafkaTopics topics) throws Exception {
    Scenario scenario =
        Scenario.create(
            topics,
            "at-least-once",
            directory,
            """
            guarantee: at-least-once
            checkpointing: {interval: 1h}
            """);
    scenario.models().publish(TinyModels.of(1));
    List<String> before = Events.ids(0, 100);
    List<String> all = Events.ids(0, 200);
    Fault fault = new Fault();
    try (RunningJob job = RunningJob.start(scenario, fault)) {
      job.awaitFirstCheckpoint();
      scenario.ask(Events.range(0, 100));
      scenario.awaitLabels(before);
      fault.strike();
      scenario.ask(Events.range(100, 200));
      scenario.awaitLabels(all);
      for (String task : TinyModels.TASKS) {
        await("labels of %s, again".formatted(task))
            .atMost(Scenario.PATIENCE)
            .untilAsserted(
                () -> assertThat(scenario.delivery(task, all).repeated()).containsAll(before));
      }
      job.stopWithSavepoint();
    }
    for (String task : TinyModels.TASKS) {
      assertThat(scenario.delivery(task, all).missing()).isEmpty();
    }
  }
}
