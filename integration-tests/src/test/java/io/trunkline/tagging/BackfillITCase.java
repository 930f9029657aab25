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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
@Timeout(300)
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
}
