package io.trunkline.cli.records;

import io.trunkline.model.Text;
import io.trunkline.tagging.format.QuestionEncoder;
import io.trunkline.tagging.pipeline.Pipeline;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends questions to a pipeline's topic. Confined to one thread. */
public final class QuestionSender implements AutoCloseable {
  private final QuestionEncoder encoder;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public QuestionSender(Pipeline pipeline) {
    encoder = new QuestionEncoder(pipeline.questions());
    producer =
        new KafkaProducer<>(
            pipeline.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Hands a question over to be sent.
   *
   * @throws KafkaException if this one or one before it could not be sent
   */
  public void send(String id, Text text, Instant eventTime) {
    requireSuccess();
    var unused =
        producer.send(
            encoder.encode(id, text, eventTime),
            (sent, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  /**
   * Waits until all are sent.
   *
   * @throws KafkaException if one could not be sent
   */
  public void flush() {
    producer.flush();
    requireSuccess();
  }

  /** Waits until all are sent; see {@link #flush}. */
  @Override
  public void close() {
    try {
      flush();
    } finally {
      producer.close();
    }
  }

  private void requireSuccess() {
    Exception problem = failure.get();
    if (problem != null) {
      throw new KafkaException("a question was not sent", problem);
    }
  }
}
