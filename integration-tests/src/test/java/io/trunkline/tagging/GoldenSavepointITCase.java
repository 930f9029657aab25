package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Model;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.testing.Delivery;
import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.LabelRecord;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Savepoints of every version that was released, see {@link GoldenSavepointWriter}. */
@ExtendWith(KafkaExtension.class)
final class GoldenSavepointITCase {
  private static final int FROM = GoldenPast.QUESTIONS;
  private static final int TO = FROM + 100;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = "0.1.0")
  void isRestoredWithItsPlaceInTheTopicsAndItsModel(String version, KafkaTopics topics)
      throws Exception {
    Path golden = Path.of(getClass().getResource("/golden/" + version).toURI());
    Scenario scenario = GoldenPast.scenario(topics, directory);
    ModelVersion served = scenario.models().publish(modelIn(golden));
    GoldenPast.ask(scenario);

    try (RunningJob job = RunningJob.restore(scenario, golden.toUri().toString())) {
      assertThat(scenario.tag(FROM, TO)).extracting(LabelRecord::model).containsOnly(served);
      job.stopWithSavepoint();
    }

    for (String task : TinyModels.TASKS) {
      assertThat(scenario.delivery(task, Events.ids(FROM, TO)))
          .as("labels of %s, none of them of questions before the savepoint", task)
          .isEqualTo(Delivery.EXACTLY_ONCE);
    }
  }

  private static Model modelIn(Path golden) throws Exception {
    try (Stream<Path> files = Files.list(golden)) {
      Path archive = files.filter(file -> !file.endsWith("_metadata")).findFirst().orElseThrow();
      return ModelArchive.read(archive).model();
    }
  }
}
