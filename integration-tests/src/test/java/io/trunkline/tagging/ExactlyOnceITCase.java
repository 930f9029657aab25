package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.testing.Delivery;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.QuestionFeed;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
final class ExactlyOnceITCase {
  @TempDir Path directory;

  @Test
  void aFailureCostsNoLabelAndRepeatsNone(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "exactly-once", directory);
    scenario.models().publish(TinyModels.of(1));
    Fault fault = new Fault();
    List<String> asked;
    try (RunningJob job = RunningJob.start(scenario, fault);
        QuestionFeed feed = QuestionFeed.start(scenario, 1_000)) {
      scenario.awaitLabelsInFlight();
      fault.strike();
      scenario.awaitLabelsInFlight();
      asked = feed.stop();
      scenario.awaitLabels(asked);
      job.stopWithSavepoint();
    }

    assertThat(fault.hasStruck()).isTrue();
    for (String task : TinyModels.TASKS) {
      assertThat(scenario.delivery(task, asked)).as(task).isEqualTo(Delivery.EXACTLY_ONCE);
      assertThat(topics.read(scenario.pipeline().labelTopic(task), Isolation.READ_UNCOMMITTED))
          .as("records of %s, those in transactions that the failure aborted included", task)
          .hasSizeGreaterThan(asked.size());
    }
  }
}
