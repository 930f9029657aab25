package io.trunkline.tagging.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Text;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.models.ModelReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What flows between operators is written by Flink's own serializers, never by Kryo. */
final class TypesTest {
  private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);
  private static final SourceRecord ORIGIN = new SourceRecord("in", 3, 1L << 40, null, BYTES);
  private static final SourceRecord TOMBSTONE = new SourceRecord("in", 3, 7, BYTES, null);

  static Stream<Object> records() {
    return Stream.of(
        ORIGIN,
        TOMBSTONE,
        new Question(
            "id",
            new Text("文本 text \uD83D\uDE00", Map.of("grade", "7", "source", "")),
            1_700_000_000_000L,
            ORIGIN),
        new Rejected(TOMBSTONE, Rejected.Stage.VALIDATE, "java.io.IOException", "no value"),
        new Intake(new Question("id", Text.of("text"), 0, ORIGIN), null),
        new Intake(null, new Rejected(ORIGIN, Rejected.Stage.DECODE, "E", "m")),
        label(
            new Prediction.OneLabel(
                "intent", List.of(new ScoredLabel("a", 0.75), new ScoredLabel("b", 0.25)), true)),
        label(
            new Prediction.SeveralLabels(
                "needs",
                List.of(new ScoredLabel("a", 0.75)),
                List.of(new ScoredLabel("b", 0.25)),
                false)),
        label(new Prediction.SeveralLabels("needs", List.of(), List.of(), true)),
        label(new Prediction.Spans("places", List.of(new ScoredSpan(0, 4, "place", 0.5)), false)),
        label(new Prediction.Score("difficulty", -1.5, false)),
        new Announcement(5, BYTES),
        new Signal(Signal.Kind.PROPOSAL, TOMBSTONE),
        new LearnerRecord(LearnerRecord.Kind.DECISION, "key", BYTES, 7),
        new ModelReport(
            new ModelVersion("d".repeat(64), -1), 0, ModelReport.State.FAILED, 2, "why", 9, 10));
  }

  private static Label label(Prediction prediction) {
    return new Label("id", prediction, 0.125, new ModelVersion("d".repeat(64), 4), 1, 2, 3);
  }

  @ParameterizedTest
  @MethodSource("records")
  void comesBackAsItWasWritten(Object record) throws IOException {
    assertThat(roundTrip(record)).usingRecursiveComparison().isEqualTo(record);
  }

  @SuppressWarnings("unchecked")
  private static <T> T roundTrip(T record) throws IOException {
    Configuration strict = new Configuration();
    strict.set(PipelineOptions.GENERIC_TYPES, false);
    TypeSerializer<T> serializer =
        TypeInformation.of((Class<T>) record.getClass())
            .createSerializer(new SerializerConfigImpl(strict));
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(record, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    T copy = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return serializer.copy(copy);
  }
}
