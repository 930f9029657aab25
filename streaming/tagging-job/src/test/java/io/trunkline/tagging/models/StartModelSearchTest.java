package io.trunkline.tagging.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.Task;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.archive.TinyModel;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over a models topic without a broker and a store with one model, of the tasks colour and size.
 */
final class StartModelSearchTest {
  private static final TopicPartition MODELS = new TopicPartition("models", 0);
  private static final String MISSING = Announcements.digest('d');

  @TempDir Path directory;
  private final List<byte[]> topic = new ArrayList<>();
  private String stored;

  @BeforeEach
  void store() throws IOException {
    Path file = directory.resolve("written");
    stored = ModelArchive.write(TinyModel.of(1), file);
    Files.move(file, directory.resolve(stored + ".model"));
  }

  @Test
  void theNewestAnnouncedIsTheStartModel() {
    announce(MISSING, stored, stored);

    StartModel start = search("").newest();
    assertThat(start.announcement().version()).isEqualTo(new ModelVersion(stored, 2));
    assertThat(start.newest().version()).isEqualTo(new ModelVersion(stored, 2));
    assertThat(start.tasks()).containsExactly("colour", "size");
    assertThat(start.answers()).extracting(Task::name).containsExactly("colour", "size");
    assertThat(start.announcementsFrom()).isEqualTo(3);
  }

  @Test
  void whereTheNewestCannotBeLoadedTheOneBeforeStartsAndTheNewestIsLeftToTheJob() {
    announce(stored, MISSING);

    StartModel start = search("").newest();
    assertThat(start.announcement().version()).isEqualTo(new ModelVersion(stored, 0));
    assertThat(start.announcementsFrom()).isEqualTo(1);
  }

  @Test
  void looksBackAsFarAsItMust() {
    announce(stored);
    for (int i = 0; i < 250; i++) {
      announce(MISSING);
    }
    assertThat(search("").newest().announcement().generation()).isZero();
  }

  @Test
  void passesOverWhatIsNoAnnouncement() {
    announce(stored);
    topic.add("not Avro".getBytes(StandardCharsets.UTF_8));
    topic.add(null);

    assertThat(search("").newest().announcement().generation()).isZero();
  }

  @Test
  void thePipelinesTasksAreEmittedInItsOrder() {
    announce(stored);
    assertThat(search("labels: {tasks: [size, colour]}").newest().tasks())
        .containsExactly("size", "colour");
  }

  @Test
  void saysThatNothingIsAnnounced() {
    assertThatThrownBy(() -> search("").newest())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "test:2:1: models.topic: in 'models' nothing is announced, expected a model to start with:"
                + " 'trunkline models publish' stores and announces one");
  }

  @Test
  void saysWhyTheNewestCannotBeLoadedWhereNoneCan() {
    announce(stored, MISSING);
    assertThatThrownBy(() -> search("labels: {tasks: [taste]}").newest())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the newest cannot be loaded: no model " + MISSING);
  }

  @Test
  void aModelAskedForByNameIsNotReplacedByWhatWasAnnouncedSince() {
    announce(stored, stored, MISSING);

    StartModel start = search("").named(stored);
    assertThat(start.announcement().version()).isEqualTo(new ModelVersion(stored, 1));
    assertThat(start.newest().version()).isEqualTo(new ModelVersion(MISSING, 2));
    assertThat(start.announcementsFrom()).isEqualTo(3);
  }

  @Test
  void aModelAskedForByNameNeedNotBeAnnounced() {
    assertThat(search("").named(stored).announcement().version())
        .isEqualTo(new ModelVersion(stored, ModelVersion.UNANNOUNCED));
  }

  @Test
  void saysThatTheModelAskedForCannotBeLoaded() {
    announce(stored);
    assertThatThrownBy(() -> search("").named(MISSING))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("models.start: no model " + MISSING);
  }

  private void announce(String... digests) {
    for (String digest : digests) {
      topic.add(Announcements.record(digest));
    }
  }

  private StartModelSearch search(String more) {
    String yaml =
        "kafka: {bootstrap.servers: 'localhost:9092'}\nmodels: {store: '%s'}\n%s"
            .formatted(directory.toUri(), more);
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    consumer.updateBeginningOffsets(Map.of(MODELS, 0L));
    consumer.updateEndOffsets(Map.of(MODELS, (long) topic.size()));
    AnnouncementLog log = new AnnouncementLog(consumer, MODELS.topic());
    for (int offset = 0; offset < topic.size(); offset++) {
      consumer.addRecord(new ConsumerRecord<>("models", 0, offset, null, topic.get(offset)));
    }
    return new StartModelSearch(Pipeline.parse(yaml, "test"), log);
  }
}
