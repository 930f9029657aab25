package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dead letters exactly as large as the broker takes them. */
@ExtendWith(KafkaExtension.class)
final class DeadLetterSizeITCase {
  @TempDir Path directory;

  /**
   * The cut of a record that is much too large tells about where the limit is. One of the largest
   * size that is kept whole, one of a byte more that is cut; and the broker, asked directly, must
   * refuse a record a byte larger than the largest dead letter.
   */
  @ParameterizedTest
  @CsvSource({"20000, 50000", "1048588, 1048480"})
  void isKeptWholeAtTheLimitAndCutBeyond(int limit, int tooLarge, KafkaTopics topics)
      throws Exception {
    Scenario scenario = Scenario.create(topics, "dead-letters-of-" + limit, directory);
    String deadLetters = scenario.pipeline().deadLetters().topic();
    topics.configure(deadLetters, "max.message.bytes", Integer.toString(limit));
    scenario.models().publish(TinyModels.of(1));
    try (RunningJob job = RunningJob.start(scenario)) {
      DeadLetter whole = sendAndAwait(scenario, kept(sendAndAwait(scenario, tooLarge)));
      DeadLetter cut = sendAndAwait(scenario, whole.getValueSize() + 1);
      // A cut can take a byte more than it must, where a length then needs a byte less.
      while (!cut.getTruncated()) {
        whole = cut;
        cut = sendAndAwait(scenario, whole.getValueSize() + 1);
      }

      assertThat(whole.getTruncated()).isFalse();
      assertThat(whole.getValue()).isEqualTo(garbage(whole.getValueSize()));
      assertThat(cut.getValueSize()).isEqualTo(whole.getValueSize() + 1);
      assertThat(cut.getValue()).isEqualTo(garbage(cut.getValue().remaining()));
      job.stopWithSavepoint();
    }

    ConsumerRecord<byte[], byte[]> largest =
        topics.read(deadLetters, Isolation.READ_COMMITTED).stream()
            .max(Comparator.comparingInt(record -> record.value().length))
            .orElseThrow();
    byte[] oneMore = Arrays.copyOf(largest.value(), largest.value().length + 1);
    assertThatThrownBy(
            () -> topics.send(List.of(new ProducerRecord<>(deadLetters, largest.key(), oneMore))))
        .hasCauseInstanceOf(RecordTooLargeException.class);
  }

  private static int kept(DeadLetter letter) {
    assertThat(letter.getTruncated()).isTrue();
    return letter.getValue().remaining();
  }

  /** Sends a record of so many bytes and waits for its dead letter. */
  private static DeadLetter sendAndAwait(Scenario scenario, int size) throws Exception {
    int before = scenario.deadLetters().size();
    String questions = scenario.pipeline().questions().topic();
    scenario
        .topics()
        .send(List.of(new ProducerRecord<>(questions, 0, null, garbage(size).array())));
    await("dead letter of %d bytes".formatted(size))
        .atMost(Scenario.PATIENCE)
        .until(() -> scenario.deadLetters().size() > before);
    return scenario.deadLetters().get(before);
  }

  private static ByteBuffer garbage(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    return ByteBuffer.wrap(bytes);
  }
}
