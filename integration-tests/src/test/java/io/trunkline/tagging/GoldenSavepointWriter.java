package io.trunkline.tagging;

import io.trunkline.cli.kafka.EmbeddedKafka;
import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a golden savepoint, for a release. Argument: the directory to write it to, {@code
 * src/test/resources/golden/VERSION}, with the model that served then. Savepoints of earlier
 * versions stay: {@link GoldenSavepointITCase} restores every one.
 */
final class GoldenSavepointWriter {
  private GoldenSavepointWriter() {}

  public static void main(String[] arguments) throws Exception {
    Path golden = Files.createDirectories(Path.of(arguments[0]));
    Path directory = Files.createTempDirectory("golden");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        KafkaTopics topics = new KafkaTopics(kafka.bootstrapServers())) {
      Scenario scenario = GoldenPast.scenario(topics, directory);
      GoldenPast.ask(scenario);
      try (RunningJob job = RunningJob.start(scenario)) {
        ModelVersion served = scenario.models().publish(TinyModels.of(2));
        scenario.models().awaitStatus(served, ModelState.SERVING);
        scenario.awaitLabels(GoldenPast.asked());
        Path savepoint = Path.of(URI.create(job.stopWithSavepoint()));
        Files.copy(savepoint.resolve("_metadata"), golden.resolve("_metadata"));
        Path model = scenario.models().file(served.digest());
        Files.copy(model, golden.resolve(model.getFileName()));
      }
    }
  }
}
