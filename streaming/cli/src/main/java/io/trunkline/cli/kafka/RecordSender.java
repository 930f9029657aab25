package io.trunkline.cli.kafka;

import io.trunkline.tagging.pipeline.Pipeline;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records many at a time, and loses none in silence. Confined to one thread. */
public final class RecordSender implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public RecordSender(Pipeline pipeline) {
    producer =
        new KafkaProducer<>(
            pipeline.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Hands a record over to be sent.
   *
   * @throws KafkaException if this one or one before it could not be sent
   */
  public void send(ProducerRecord<byte[], byte[]> record) {
    requireSuccess();
    var unused =
        producer.send(
            record,
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
      throw new KafkaException("a record was not sent", problem);
    }
  }
}
