package io.trunkline.tagging;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a job leaves in a process that runs others after it. */
@ExtendWith(KafkaExtension.class)
final class LeftoversITCase {
  private static final List<String> OURS =
      List.of(
          "kafka-admin-client-thread",
          "kafka-producer-network-thread",
          "Source Data Fetcher",
          "trunkline-model-loader");

  @TempDir Path directory;

  /** A thread that stays keeps the job's class loader, and with it all its classes. */
  @Test
  void noThreadOutlivesTheJob(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "leftovers", directory);
    scenario.models().publish(TinyModels.of(1));
    scenario.ask(Events.range(0, 100));
    Set<Thread> before = threads();

    try (RunningJob job = RunningJob.start(scenario)) {
      scenario.models().publish(TinyModels.of(2));
      scenario.tag(100, 200);
      assertThat(threads()).as("while it runs").hasSizeGreaterThan(before.size());
    }

    await("end of its threads")
        .atMost(Scenario.PATIENCE)
        .untilAsserted(() -> assertThat(before).containsAll(threads()));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> OURS.stream().anyMatch(thread.getName()::startsWith))
        .collect(toSet());
  }
}
