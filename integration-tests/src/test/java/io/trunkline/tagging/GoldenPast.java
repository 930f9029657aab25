package io.trunkline.tagging;

import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.List;

/**
 * What had happened when the golden savepoints were taken. The job began with a configured model,
 * then another was announced; it tagged some questions of either partition.
 */
final class GoldenPast {
  /** How many questions were tagged. */
  static final int QUESTIONS = 20;

  private GoldenPast() {}

  /** The pipeline of the time; the topics' names are in the savepoints. */
  static Scenario scenario(KafkaTopics topics, Path directory) throws Exception {
    Model start = TinyModels.of(1);
    String digest = ModelArchive.write(start, directory.resolve("start"));
    Scenario scenario =
        Scenario.create(topics, "golden", directory, "models: {start: %s}".formatted(digest));
    scenario.models().store(start);
    return scenario;
  }

  /** Asks the questions of the time. */
  static void ask(Scenario scenario) throws Exception {
    scenario.askInPartition(0, Events.range(0, QUESTIONS / 2));
    scenario.askInPartition(1, Events.range(QUESTIONS / 2, QUESTIONS));
  }

  /** The ids of those questions. */
  static List<String> asked() {
    return Events.ids(0, QUESTIONS);
  }
}
