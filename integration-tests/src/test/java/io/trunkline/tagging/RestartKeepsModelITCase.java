package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.LabelRecord;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start model is configured and another one is swapped in. Its announcement is read once; after
 * a restart only state can tell of it.
 */
@ExtendWith(KafkaExtension.class)
final class RestartKeepsModelITCase {
  @TempDir Path directory;

  @Test
  void theSwappedInModelServesAfterAFailure(KafkaTopics topics) throws Exception {
    Scenario scenario = startingWithTheFirstModel(topics, "failure-keeps-model");
    Fault fault = new Fault();
    try (RunningJob job = RunningJob.start(scenario, fault)) {
      ModelVersion swappedIn = swap(scenario);
      fault.strike();
      assertThat(scenario.tag(100, 200)).extracting(LabelRecord::model).containsOnly(swappedIn);
      assertThat(fault.hasStruck()).isTrue();
      job.stopWithSavepoint();
    }
  }

  @Test
  void theSwappedInModelServesAfterARestoreFromASavepoint(KafkaTopics topics) throws Exception {
    Scenario scenario = startingWithTheFirstModel(topics, "savepoint-keeps-model");
    ModelVersion swappedIn;
    String savepoint;
    try (RunningJob job = RunningJob.start(scenario)) {
      swappedIn = swap(scenario);
      savepoint = job.stopWithSavepoint();
    }
    try (RunningJob job = RunningJob.restore(scenario, savepoint)) {
      assertThat(scenario.tag(100, 200)).extracting(LabelRecord::model).containsOnly(swappedIn);
      job.stopWithSavepoint();
    }
  }

  private Scenario startingWithTheFirstModel(KafkaTopics topics, String name) throws Exception {
    String digest = ModelArchive.write(TinyModels.of(1), directory.resolve("first"));
    Scenario scenario =
        Scenario.create(topics, name, directory, "models: {start: %s}".formatted(digest));
    scenario.models().store(TinyModels.of(1));
    return scenario;
  }

  private static ModelVersion swap(Scenario scenario) throws Exception {
    ModelVersion swappedIn = scenario.models().publish(TinyModels.of(2));
    scenario.models().awaitStatus(swappedIn, ModelState.SERVING);
    // Seen by readers, so a checkpoint with the announcement has completed.
    assertThat(scenario.tag(0, 100)).extracting(LabelRecord::model).containsOnly(swappedIn);
    return swappedIn;
  }
}
