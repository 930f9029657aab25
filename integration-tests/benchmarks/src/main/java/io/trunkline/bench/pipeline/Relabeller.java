package io.trunkline.bench.pipeline;

import io.trunkline.bench.onnx.OnnxScorer;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Text;
import io.trunkline.model.onnx.OnnxGraph;
import io.trunkline.model.serving.Taggers;
import io.trunkline.tagging.format.LabelEncoder;
import io.trunkline.tagging.format.QuestionDecoder;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What one would write without Flink: records in, ONNX Runtime, records out, with the same codec
 * and the same text code. Confined to one thread.
 */
final class Relabeller implements AutoCloseable {
  /** Texts at a time, sorted by length: what ONNX Runtime likes best. */
  private static final int BATCH = 32;

  private final QuestionDecoder decoder;
  private final Tagger tagger;
  private final LabelEncoder encoder;
  private final ModelVersion version;
  private final int alternatives;

  Relabeller(Course course, OnnxGraph graph, Stopwatch stopwatch) {
    decoder = new QuestionDecoder(course.pipeline().questions());
    tagger =
        new WatchedTagger(
            Taggers.of(course.model(), new OnnxScorer(course.model(), graph)), stopwatch);
    Map<String, String> topics = new LinkedHashMap<>();
    course
        .model()
        .spec()
        .tasks()
        .forEach(task -> topics.put(task.name(), course.pipeline().labelTopic(task.name())));
    encoder = new LabelEncoder(course.pipeline().labels(), topics);
    version = new ModelVersion("0".repeat(64), 0);
    alternatives = course.pipeline().labels().alternatives();
  }

  /** Labels some records. */
  void label(
      List<ConsumerRecord<byte[], byte[]>> records,
      Consumer<ProducerRecord<byte[], byte[]>> output) {
    List<Question> questions = new ArrayList<>(records.size());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      questions.add(Objects.requireNonNull(decoder.decode(record).question()));
    }
    questions.sort(Comparator.comparingInt(question -> question.text().content().length()));
    for (int from = 0; from < questions.size(); from += BATCH) {
      List<Question> batch = questions.subList(from, Math.min(from + BATCH, questions.size()));
      List<Text> texts = batch.stream().map(Question::text).toList();
      List<Tagging> taggings = tagger.tag(texts);
      for (int i = 0; i < batch.size(); i++) {
        write(batch.get(i), taggings.get(i), output);
      }
    }
  }

  private void write(
      Question question, Tagging tagging, Consumer<ProducerRecord<byte[], byte[]>> output) {
    long now = System.currentTimeMillis();
    for (Prediction prediction : tagging.predictions()) {
      Label label =
          new Label(
              question.id(),
              prediction.withAlternatives(alternatives),
              tagging.outOfScope(),
              version,
              0,
              0,
              now);
      output.accept(encoder.encode(label));
    }
  }

  @Override
  public void close() {
    tagger.close();
  }
}
