package io.trunkline.feedback;

import io.trunkline.feedback.intake.BrokerTime;
import io.trunkline.feedback.intake.ReadFeedback;
import io.trunkline.feedback.intake.ReadLabels;
import io.trunkline.feedback.intake.ReadQuestions;
import io.trunkline.feedback.join.EventJoin;
import io.trunkline.feedback.quality.LiveQuality;
import io.trunkline.feedback.serde.AvroSerdes;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.EventFact;
import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.TaskQuality;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The application as a graph. What is heard of an event meets under its id, in one topic whatever
 * it was heard by; what is thought of a task's labels meets under the task.
 *
 * <p>Names are in the names of internal topics and stores: they are for ever.
 */
public final class FeedbackTopology {
  private final FeedbackSettings settings;
  private final Decoders decoders;
  private final StreamsBuilder builder = new StreamsBuilder();

  private FeedbackTopology(FeedbackSettings settings, Decoders decoders) {
    this.settings = settings;
    this.decoders = decoders;
  }

  /** Builds the graph; it runs nothing. */
  public static Topology of(FeedbackSettings settings, Decoders decoders) {
    return new FeedbackTopology(settings, decoders).build();
  }

  private Topology build() {
    FeedbackTopics topics = settings.topics();
    KStream<String, SpecificRecord> feedback = readFeedback();
    write(feedback, DeadLetter.class, "unusable", topics.deadLetters());

    KStream<String, EventFact> facts =
        readQuestions()
            .merge(readLabels(), Named.as("events"))
            .merge(only(feedback, EventFact.class, "usable"), Named.as("facts"));
    KStream<String, SpecificRecord> joined =
        meet(facts, EventFact.class, "facts-by-event")
            .process(EventJoin.supplier(settings.join()), Named.as("join"));
    write(joined, LabelledExample.class, "examples", topics.examples());
    write(joined, DeadLetter.class, "unjoined", topics.deadLetters());

    KStream<String, SpecificRecord> quality =
        meet(only(joined, Judgement.class, "judgements"), Judgement.class, "judgements-by-task")
            .process(LiveQuality.supplier(settings.quality()), Named.as("count"));
    write(quality, TaskQuality.class, "quality", topics.quality());
    write(quality, Drift.class, "drift", topics.drift());
    return builder.build();
  }

  private KStream<String, EventFact> readQuestions() {
    int maxBytes = settings.join().maxInputBytes();
    return read("questions", Set.of(settings.topics().questions()))
        .process(
            () -> new ReadQuestions(decoders.questions().get(), maxBytes),
            Named.as("read-questions"));
  }

  private KStream<String, EventFact> readLabels() {
    int maxBytes = settings.join().maxInputBytes();
    return read("labels", new TreeSet<>(settings.topics().labels().values()))
        .process(() -> new ReadLabels(decoders.labels().get(), maxBytes), Named.as("read-labels"));
  }

  private KStream<String, SpecificRecord> readFeedback() {
    int maxBytes = settings.join().maxInputBytes();
    return read("feedback", Set.of(settings.topics().feedback()))
        .process(() -> new ReadFeedback(maxBytes), Named.as("read-feedback"));
  }

  private KStream<byte[], byte[]> read(String name, Set<String> topics) {
    return builder.stream(
        topics,
        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
            .withName(name)
            .withTimestampExtractor(new BrokerTime()));
  }

  private <T extends SpecificRecord> KStream<String, T> meet(
      KStream<String, T> stream, Class<T> type, String name) {
    return stream.repartition(
        Repartitioned.<String, T>as(name)
            .withNumberOfPartitions(settings.partitions())
            .withKeySerde(Serdes.String())
            .withValueSerde(AvroSerdes.of(type)));
  }

  private static <T extends SpecificRecord> void write(
      KStream<String, SpecificRecord> stream, Class<T> type, String name, String topic) {
    only(stream, type, name)
        .to(topic, Produced.with(Serdes.String(), AvroSerdes.of(type)).withName("write-" + name));
  }

  private static <T extends SpecificRecord> KStream<String, T> only(
      KStream<String, SpecificRecord> stream, Class<T> type, String name) {
    return stream.flatMapValues(
        value -> type.isInstance(value) ? List.of(type.cast(value)) : List.of(), Named.as(name));
  }
}
