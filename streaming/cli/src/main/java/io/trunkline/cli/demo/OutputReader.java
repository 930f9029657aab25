package io.trunkline.cli.demo;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.format.DecodedLabel;
import io.trunkline.tagging.format.LabelDecoder;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output topics from their beginning, as a consumer of committed records would, and tells
 * the scoreboard. Confined to one thread.
 */
final class OutputReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final Scoreboard board;
  private final LabelDecoder labels;
  private final String deadLetterTopic;
  private final AvroCodec<DeadLetter> deadLetters = AvroCodec.of(DeadLetter.class);
  private final TopicReader reader;

  OutputReader(Pipeline pipeline, Collection<String> tasks, Scoreboard board)
      throws InterruptedException {
    this.board = board;
    this.labels = new LabelDecoder(pipeline.labels());
    this.deadLetterTopic = pipeline.deadLetters().topic();
    List<String> topics = new ArrayList<>();
    tasks.forEach(task -> topics.add(pipeline.labelTopic(task)));
    topics.add(deadLetterTopic);
    reader = TopicReader.fromBeginning(pipeline, topics);
  }

  /** Reads what has come, and returns the questions that have all their labels now. */
  List<Answered> poll() throws IOException {
    List<Answered> answered = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
      long now = System.nanoTime();
      if (record.topic().equals(deadLetterTopic)) {
        board.deadLetter(idOf(deadLetters.decode(record.value())), now);
      } else {
        DecodedLabel label = labels.decode(record);
        board
            .labelled(label.eventId(), label.prediction(), version(label), now)
            .ifPresent(answered::add);
      }
    }
    return answered;
  }

  /** Reads until nothing committed is left. */
  void drain() throws IOException {
    while (!reader.atEnd()) {
      poll();
    }
  }

  private static ModelVersion version(DecodedLabel label) {
    return new ModelVersion(
        Objects.requireNonNullElse(label.modelDigest(), ""),
        Objects.requireNonNullElse(label.generation(), ModelVersion.UNANNOUNCED));
  }

  private static @Nullable String idOf(DeadLetter letter) {
    ByteBuffer key = letter.getKey();
    return key == null ? null : StandardCharsets.UTF_8.decode(key).toString();
  }

  @Override
  public void close() {
    reader.close();
  }
}
