package io.trunkline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.model.Model;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.archive.DirectoryModelStore;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Models;
import io.trunkline.testing.KafkaTopics.Isolation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where the models of a scenario are stored, announced and asked after. */
public final class ModelDesk {
  private final Scenario scenario;
  private final Models settings;

  ModelDesk(Scenario scenario) {
    this.scenario = scenario;
    this.settings = scenario.pipeline().models();
  }

  /** Stores a model and announces it, as {@code trunkline models publish} does. */
  public ModelVersion publish(Model model) throws Exception {
    return announce(store(model));
  }

  /** Puts a model in the store without a word; returns its digest. */
  public String store(Model model) throws IOException {
    Path archive = scenario.file().resolveSibling("to-store");
    String digest = ModelArchive.write(model, archive);
    try (InputStream in = Files.newInputStream(archive)) {
      new DirectoryModelStore(Path.of(settings.store())).put(digest, in);
    }
    return digest;
  }

  /** The file in which the store keeps a model. */
  public Path file(String digest) throws IOException {
    try (var files = Files.list(Path.of(settings.store()))) {
      return files
          .filter(file -> file.getFileName().toString().contains(digest))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Announces a model, whether the store has it or not. */
  public ModelVersion announce(String digest) throws Exception {
    long generation = scenario.topics().end(settings.topic(), Isolation.READ_COMMITTED);
    byte[] announcement =
        AvroCodec.of(ModelAnnouncement.class)
            .encode(new ModelAnnouncement(digest, Instant.now(), "test", ""));
    byte[] key = digest.getBytes(StandardCharsets.UTF_8);
    scenario.topics().send(List.of(new ProducerRecord<>(settings.topic(), key, announcement)));
    return new ModelVersion(digest, generation);
  }

  /** Every announcement so far, in order. */
  public List<ModelAnnouncement> announcements() throws IOException {
    return scenario.decode(settings.topic(), ModelAnnouncement.class);
  }

  /** What became of the announced models so far. */
  public List<ModelStatus> status() throws IOException {
    return scenario.decode(settings.statusTopic(), ModelStatus.class);
  }

  /** Waits until every subtask has reported this of a model. */
  public void awaitStatus(ModelVersion version, ModelState state) {
    await(version + " is " + state)
        .atMost(Scenario.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(status())
                    .filteredOn(status -> status.getState() == state)
                    .filteredOn(status -> status.getDigest().equals(version.digest()))
                    .filteredOn(status -> status.getGeneration() == version.generation())
                    .extracting(ModelStatus::getSubtask)
                    .contains(0, 1));
  }
}
