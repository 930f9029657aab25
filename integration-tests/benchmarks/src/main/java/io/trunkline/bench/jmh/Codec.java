package io.trunkline.bench.jmh;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Text;
import io.trunkline.tagging.format.LabelEncoder;
import io.trunkline.tagging.format.QuestionDecoder;
import io.trunkline.tagging.format.QuestionEncoder;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Records to questions and labels to records, in Avro. */
@SuppressWarnings("NullAway.Init") // JMH sets it up.
public class Codec extends Timed {
  private QuestionDecoder decoder;
  private LabelEncoder encoder;
  private ConsumerRecord<byte[], byte[]> record;
  private Label label;

  /** Makes a record and a label. */
  @Setup
  public void setUp() {
    Pipeline pipeline =
        Pipeline.parse("kafka: {bootstrap.servers: \"localhost:9092\"}", "benchmark");
    decoder = new QuestionDecoder(pipeline.questions());
    encoder = new LabelEncoder(pipeline.labels(), Map.of("subject", "labels.subject"));
    ProducerRecord<byte[], byte[]> question =
        new QuestionEncoder(pipeline.questions())
            .encode(
                "question-1",
                Text.of("how far is the moon from the earth at its nearest ?"),
                Instant.EPOCH);
    record = new ConsumerRecord<>("questions", 0, 0, question.key(), question.value());
    List<ScoredLabel> ranking =
        List.of(
            new ScoredLabel("astronomy", 0.9),
            new ScoredLabel("physics", 0.05),
            new ScoredLabel("geography", 0.03),
            new ScoredLabel("history", 0.02));
    label =
        new Label(
            "question-1",
            new Prediction.OneLabel("subject", ranking, false),
            -3.5,
            new ModelVersion("0".repeat(64), 7),
            0,
            42,
            0);
  }

  /** Reading a question. */
  @Benchmark
  public Object decoding() {
    return decoder.decode(record);
  }

  /** Writing a label with three alternatives. */
  @Benchmark
  public Object encoding() {
    return encoder.encode(label);
  }
}
