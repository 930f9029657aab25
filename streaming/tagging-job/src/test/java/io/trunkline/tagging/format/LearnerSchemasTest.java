package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.consumed;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.LearnerRecord;
import io.trunkline.tagging.records.LearnerRecord.Kind;
import io.trunkline.tagging.records.Signal;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What the learner reads and writes. */
final class LearnerSchemasTest {
  private static final Pipeline PIPELINE =
      Pipeline.parse(
          """
          kafka: {bootstrap.servers: 'localhost:9092'}
          models: {topic: m}
          learning: {enabled: true, roundsTopic: r, decisionsTopic: d}
          """,
          "test");

  @Test
  void aSignalIsTheRecordAsItWasRead() throws Exception {
    SignalDeserializationSchema schema =
        InstantiationUtil.clone(new SignalDeserializationSchema(Signal.Kind.DRIFT));
    List<Signal> signals = new ArrayList<>();
    schema.deserialize(consumed(utf8("key"), utf8("anything")), new ListCollector<>(signals));
    schema.deserialize(consumed(null, null), new ListCollector<>(signals));

    assertThat(signals).extracting(Signal::kind).containsOnly(Signal.Kind.DRIFT);
    assertThat(signals.get(0).record().offset()).isEqualTo(42);
    assertThat(signals.get(0).record().key()).isEqualTo(utf8("key"));
    assertThat(signals.get(0).record().value()).isEqualTo(utf8("anything"));
    assertThat(signals.get(1).record().value()).isNull();
  }

  @Test
  void aRecordGoesToTheTopicOfItsKind() {
    assertThat(write(Kind.ROUND).topic()).isEqualTo("r");
    assertThat(write(Kind.DECISION).topic()).isEqualTo("d");
    assertThat(write(Kind.ANNOUNCEMENT).topic()).isEqualTo("m");
    assertThat(write(Kind.ANNOUNCEMENT).partition()).isZero();
    assertThat(write(Kind.ROUND).key()).isEqualTo(utf8("key"));
    assertThat(write(Kind.ROUND).value()).isEqualTo(utf8("value"));
    assertThat(write(Kind.ROUND).timestamp()).isEqualTo(7);
  }

  private static ProducerRecord<byte[], byte[]> write(Kind kind) {
    return new LearnerRecordSerializationSchema(PIPELINE)
        .serialize(new LearnerRecord(kind, "key", utf8("value"), 7), null, null);
  }
}
