package io.trunkline.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trunkline.feedback.intake.GivenLabel;
import io.trunkline.feedback.intake.KnownEvent;
import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.test.TestRecord;

/** The whole application on one thread and with a clock of its own, fed and read as by topics. */
final class Harness implements AutoCloseable {
  static final Duration TIME_TO_LIVE = Duration.ofHours(1);
  static final int WINDOW = 3;
  static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

  /** Long ago: no time in a record must matter. */
  static final Instant LONG_AGO = Instant.parse("1999-12-31T00:00:00Z");

  private static final FeedbackTopics TOPICS =
      new FeedbackTopics(
          "questions",
          new TreeMap<>(
              Map.of(
                  "intent", "labels.intent",
                  "tags", "labels.tags",
                  "slots", "labels.slots",
                  "mood", "labels.mood")),
          "feedback",
          "labelled-examples",
          "dead-letters",
          "task-quality",
          "drift");

  private final TopologyTestDriver driver;
  private final AvroCodec<TextEvent> questions = AvroCodec.of(TextEvent.class);
  private final AvroCodec<TaskLabel> labels = AvroCodec.of(TaskLabel.class);
  private final AvroCodec<Feedback> feedback = AvroCodec.of(Feedback.class);

  private Harness(FeedbackSettings settings) {
    Properties properties = settings.toProperties(new HostInfo("localhost", 1));
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
    this.driver =
        new TopologyTestDriver(FeedbackTopology.of(settings, decoders()), properties, START);
  }

  static Harness start(Path directory) {
    return start(directory, JoinSettings.of(TIME_TO_LIVE), QualitySettings.of(WINDOW));
  }

  static Harness start(Path directory, JoinSettings join, QualitySettings quality) {
    return new Harness(settings(directory, join, quality));
  }

  static FeedbackSettings settings(Path directory, JoinSettings join, QualitySettings quality) {
    return new FeedbackSettings(
        "feedback-app",
        TOPICS,
        4,
        join,
        quality,
        directory,
        FeedbackSettings.onLoopback(0),
        Map.of());
  }

  static Decoders decoders() {
    return new Decoders(
        () -> {
          AvroCodec<TextEvent> codec = AvroCodec.of(TextEvent.class);
          return record -> {
            TextEvent event = codec.decode(record.value());
            String address = record.topic() + "-" + record.partition() + "-" + record.offset();
            String id = event.getId().isEmpty() ? address : event.getId();
            return new KnownEvent(id, event.getText(), event.getAttributes());
          };
        },
        () -> {
          AvroCodec<TaskLabel> codec = AvroCodec.of(TaskLabel.class);
          return record -> {
            TaskLabel label = codec.decode(record.value());
            return new GivenLabel(
                label.getEventId(),
                label.getTask(),
                label.getValue(),
                label.getModelDigest(),
                label.getGeneration());
          };
        });
  }

  static OneLabel one(String label) {
    return new OneLabel(label, null);
  }

  static String digest(long generation) {
    return Long.toHexString(generation).repeat(64).substring(0, 64);
  }

  /** Feedback on {@code intent}, volunteered, without a text. */
  static Feedback says(String source, String eventId, String label, Instant at) {
    return says(source, eventId, "intent", one(label), at, false);
  }

  static Feedback says(
      String source, String eventId, String task, Object value, Instant at, boolean solicited) {
    return new Feedback(eventId, task, value, source, at, null, Map.of(), solicited);
  }

  static Feedback withText(String source, String eventId, String label, Instant at, String text) {
    return new Feedback(
        eventId, "intent", one(label), source, at, text, Map.of("from", source), false);
  }

  void ask(String id, String text) {
    send(
        "questions",
        questions.encode(new TextEvent(id, text, LONG_AGO, "", null, Map.of("about", id))));
  }

  void label(String id, String label, long generation) {
    label(id, "intent", one(label), generation);
  }

  void label(String id, String task, Object value, long generation) {
    TaskLabel record =
        new TaskLabel(
            id, task, value, List.of(), false, null, digest(generation), generation, LONG_AGO);
    send("labels." + task, labels.encode(record));
  }

  byte[] correct(Feedback said) {
    byte[] bytes = feedback.encode(said);
    send("feedback", bytes);
    return bytes;
  }

  void send(String topic, byte[] value) {
    driver
        .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>("some key".getBytes(UTF_8), value, LONG_AGO));
  }

  void wait(Duration time) {
    driver.advanceWallClockTime(time);
  }

  List<LabelledExample> examples() {
    return read("labelled-examples", LabelledExample.class);
  }

  List<DeadLetter> deadLetters() {
    return read("dead-letters", DeadLetter.class);
  }

  List<TaskQuality> quality() {
    return read("task-quality", TaskQuality.class);
  }

  List<Drift> drift() {
    return read("drift", Drift.class);
  }

  TopologyTestDriver driver() {
    return driver;
  }

  /** What has come since it was last read. */
  private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
    AvroCodec<T> codec = AvroCodec.of(type);
    return records(topic).stream()
        .map(
            record -> {
              try {
                return codec.decode(record.value());
              } catch (MalformedRecordException e) {
                throw new AssertionError(topic, e);
              }
            })
        .toList();
  }

  List<TestRecord<byte[], byte[]>> records(String topic) {
    return driver
        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
