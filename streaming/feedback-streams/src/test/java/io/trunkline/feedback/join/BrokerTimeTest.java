package io.trunkline.feedback.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.feedback.intake.BrokerTime;
import io.trunkline.feedback.serde.AvroSerdes;
import io.trunkline.schemas.avro.EventFact;
import io.trunkline.schemas.avro.EventText;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events live by the time at which the broker took in what is heard of them. */
final class BrokerTimeTest {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(60);
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  /** The machine's clock is wrong by years, which must not matter. */
  private static final Instant MACHINE = Instant.parse("2031-01-01T00:00:00Z");

  @TempDir Path directory;
  private TopologyTestDriver driver;
  private TestInputTopic<String, EventFact> facts;
  private TestOutputTopic<String, String> examples;

  @BeforeEach
  void start() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("facts", Consumed.with(Serdes.String(), AvroSerdes.of(EventFact.class)))
        .process(EventJoin.supplier(JoinSettings.of(TIME_TO_LIVE)))
        .filter((key, result) -> result instanceof LabelledExample)
        .mapValues(result -> ((LabelledExample) result).getText())
        .to("examples", Produced.with(Serdes.String(), Serdes.String()));
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "join");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    driver = new TopologyTestDriver(builder.build(), properties, MACHINE);
    facts =
        driver.createInputTopic(
            "facts", new StringSerializer(), AvroSerdes.of(EventFact.class).serializer());
    examples =
        driver.createOutputTopic("examples", new StringDeserializer(), new StringDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void anEventExpiresByTheBrokersTime() {
    ask("e1", at(0));
    ask("e2", at(61));
    punctuate();
    correct("e1", at(61));
    correct("e2", at(61));

    assertThat(examples.readKeyValuesToList()).containsExactly(KeyValue.pair("e2", "text of e2"));
  }

  @Test
  void feedbackThatWaitedAtTheBrokerIsInTime() {
    ask("e1", at(0));
    punctuate();
    correct("e1", at(59));

    assertThat(examples.readValuesToList()).containsExactly("text of e1");
  }

  @Test
  void timeGoesOnWhileNothingIsHeard() {
    ask("e1", at(0));
    driver.advanceWallClockTime(TIME_TO_LIVE.plusSeconds(2));
    correct("e1", at(0));

    assertThat(examples.isEmpty()).isTrue();
  }

  @Test
  void whatHasNoKnownTimeIsOfThePresent() {
    ask("e1", at(0));
    ask("e2", Instant.ofEpochMilli(BrokerTime.UNKNOWN));
    ask("e3", at(59));
    punctuate();
    correct("e2", at(59));

    assertThat(examples.readValuesToList()).containsExactly("text of e2");
  }

  @Test
  void anEarlierRecordThatComesLaterShortensNothing() {
    correct("e1", at(50));
    ask("e1", at(0));
    examples.readValuesToList();
    ask("e2", at(90));
    punctuate();
    correct("e1", at(90), "bob");

    assertThat(examples.readValuesToList()).containsExactly("text of e1");
  }

  @Test
  void onlyTimesThatTheBrokerGaveCount() {
    BrokerTime time = new BrokerTime();

    assertThat(time.extract(record(TimestampType.LOG_APPEND_TIME), -1))
        .isEqualTo(NOON.toEpochMilli());
    assertThat(time.extract(record(TimestampType.CREATE_TIME), -1)).isEqualTo(BrokerTime.UNKNOWN);
  }

  private static ConsumerRecord<Object, Object> record(TimestampType type) {
    return new ConsumerRecord<>(
        "t", 0, 0, NOON.toEpochMilli(), type, 0, 0, "", "", new RecordHeaders(), Optional.empty());
  }

  private static Instant at(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private void ask(String id, Instant at) {
    facts.pipeInput(id, new EventFact(new EventText("text of " + id, Map.of())), at);
  }

  private void correct(String id, Instant at) {
    correct(id, at, "ann");
  }

  private void correct(String id, Instant at, String source) {
    Feedback said =
        new Feedback(
            id, "intent", new OneLabel("place", null), source, NOON, null, Map.of(), false);
    ByteBuffer value = ByteBuffer.wrap(AvroCodec.of(Feedback.class).encode(said));
    facts.pipeInput(id, new EventFact(new FeedbackRecord("feedback", 0, 0L, null, value)), at);
  }

  private void punctuate() {
    driver.advanceWallClockTime(EventJoin.PUNCTUATION);
  }
}
