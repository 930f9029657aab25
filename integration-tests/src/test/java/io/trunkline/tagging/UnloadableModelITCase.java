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
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
final class UnloadableModelITCase {
  @TempDir Path directory;

  @Test
  void aModelThatIsNotInTheStoreYetServesOnceItIs(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "absent-model", directory);
    ModelVersion old = scenario.models().publish(TinyModels.of(1));
    String digest = digestOf(2);
    try (RunningJob job = RunningJob.start(scenario)) {
      ModelVersion wanted = scenario.models().announce(digest);

      scenario.models().awaitStatus(wanted, ModelState.FAILED);
      assertThat(scenario.tag(0, 100)).extracting(LabelRecord::model).containsOnly(old);

      scenario.models().store(TinyModels.of(2));
      scenario.models().awaitStatus(wanted, ModelState.SERVING);
      assertThat(scenario.tag(100, 200)).extracting(LabelRecord::model).containsOnly(wanted);
      job.stopWithSavepoint();
    }
  }

  @Test
  void aDamagedArchiveNeverServes(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "damaged-model", directory);
    ModelVersion old = scenario.models().publish(TinyModels.of(1));
    Path damaged = scenario.models().file(scenario.models().store(TinyModels.of(2)));
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    try (RunningJob job = RunningJob.start(scenario)) {
      ModelVersion wanted = scenario.models().announce(digestOf(2));

      scenario.models().awaitStatus(wanted, ModelState.FAILED);
      assertThat(scenario.tag(0, 100)).extracting(LabelRecord::model).containsOnly(old);

      ModelVersion next = scenario.models().publish(TinyModels.of(3));
      scenario.models().awaitStatus(next, ModelState.SERVING);
      assertThat(scenario.tag(100, 200)).extracting(LabelRecord::model).containsOnly(next);
      job.stopWithSavepoint();
    }
    assertThat(scenario.models().status())
        .filteredOn(status -> status.getState() == ModelState.FAILED)
        .allSatisfy(status -> assertThat(status.getMessage()).isNotBlank().hasLineCount(1));
  }

  private String digestOf(long seed) throws Exception {
    return ModelArchive.write(TinyModels.of(seed), directory.resolve("elsewhere"));
  }
}
