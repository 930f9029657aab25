package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.testing.Delivery;
import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
final class BackfillITCase {
  @TempDir Path directory;

  @Test
  void untilEndTagsWhatIsThereOnceAndStops(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "backfill", directory);
    scenario.models().publish(TinyModels.of(1));
    scenario.ask(Events.range(0, 1_000));

    RunningJob.untilEnd(scenario);

    for (String task : TinyModels.TASKS) {
      assertThat(scenario.delivery(task, Events.ids(0, 1_000)))
          .as(task)
          .isEqualTo(Delivery.EXACTLY_ONCE);
    }
  }

  @Test
  void untilEndRetagsBesideAJobThatRunsOn(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "backfill-beside", directory);
    scenario.models().publish(TinyModels.of(1));
    try (RunningJob job = RunningJob.start(scenario)) {
      scenario.tag(0, 100);

      RunningJob.untilEnd(scenario);

      scenario.tag(100, 200);
      job.stopWithSavepoint();
    }
    for (String task : TinyModels.TASKS) {
      Delivery delivery = scenario.delivery(task, Events.ids(0, 200));
      assertThat(delivery.repeated())
          .as(task)
          .containsExactlyInAnyOrderElementsOf(Events.ids(0, 100));
      assertThat(scenario.labels(task)).as(task).hasSize(300);
    }
  }
}
