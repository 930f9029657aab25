package io.trunkline.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trunkline.feedback.intake.GivenLabel;
import io.trunkline.feedback.intake.KnownEvent;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events, labels of two tasks and corrections of both, on topics of different partition counts. The
 * model is wrong on every fourth event; every tenth correction was asked for.
 */
final class FeedbackFeed {
  static final List<String> TASKS = List.of("intent", "subject");
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
  private static final String DIGEST = "ab".repeat(32);

  private final KafkaTopics kafka;
  private final FeedbackTopics topics;
  private final AvroCodec<TextEvent> questions = AvroCodec.of(TextEvent.class);
  private final AvroCodec<TaskLabel> labels = AvroCodec.of(TaskLabel.class);
  private final AvroCodec<Feedback> feedback = AvroCodec.of(Feedback.class);

  private FeedbackFeed(KafkaTopics kafka, FeedbackTopics topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  static FeedbackFeed create(KafkaTopics kafka, String name) throws Exception {
    Map<String, String> labels = new TreeMap<>();
    TASKS.forEach(task -> labels.put(task, name + ".labels." + task));
    FeedbackTopics topics =
        new FeedbackTopics(
            name + ".questions",
            new TreeMap<>(labels),
            name + ".feedback",
            name + ".examples",
            name + ".dead-letters",
            name + ".quality",
            name + ".drift");
    kafka.create(topics.questions(), 3);
    for (String topic : topics.labels().values()) {
      kafka.create(topic, 2);
    }
    kafka.create(topics.feedback(), 1);
    for (String topic :
        List.of(topics.examples(), topics.deadLetters(), topics.quality(), topics.drift())) {
      kafka.create(topic, 2);
    }
    return new FeedbackFeed(kafka, topics);
  }

  FeedbackTopics topics() {
    return topics;
  }

  static Decoders decoders() {
    return new Decoders(
        () -> {
          AvroCodec<TextEvent> codec = AvroCodec.of(TextEvent.class);
          return record -> {
            TextEvent event = codec.decode(record.value());
            return new KnownEvent(event.getId(), event.getText(), event.getAttributes());
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

  /** Questions without a key: they lie anywhere. */
  void ask(int from, int to) throws Exception {
    kafka.send(
        IntStream.range(from, to)
            .mapToObj(i -> new TextEvent("e" + i, "text " + i, LONG_AGO, "", null, Map.of()))
            .map(event -> record(topics.questions(), null, questions.encode(event)))
            .toList());
  }

  void label(int from, int to, long generation) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = from; i < to; i++) {
      for (String task : TASKS) {
        TaskLabel label =
            new TaskLabel(
                "e" + i,
                task,
                new OneLabel(i % 4 == 0 ? "wrong" : "right", 0.5),
                List.of(),
                false,
                null,
                DIGEST,
                generation,
                LONG_AGO);
        records.add(record(topics.labels().get(task), "e" + i, labels.encode(label)));
      }
    }
    kafka.send(records);
  }

  void correct(int from, int to) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = from; i < to; i++) {
      for (String task : TASKS) {
        Feedback said =
            new Feedback(
                "e" + i,
                task,
                new OneLabel("right", null),
                "ann",
                LONG_AGO,
                null,
                Map.of(),
                i % 10 == 0);
        records.add(record(topics.feedback(), "e" + i, feedback.encode(said)));
      }
    }
    kafka.send(records);
  }

  List<LabelledExample> examples() throws Exception {
    return read(topics.examples(), LabelledExample.class);
  }

  <T extends SpecificRecord> List<T> read(String topic, Class<T> type) throws Exception {
    AvroCodec<T> codec = AvroCodec.of(type);
    List<T> records = new ArrayList<>();
    for (var record : kafka.read(topic, Isolation.READ_COMMITTED)) {
      records.add(codec.decode(record.value()));
    }
    return records;
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    return new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
  }
}
