package io.trunkline.cli.feedback;

import io.trunkline.cli.kafka.RecordSender;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends feedback to a pipeline's topic, under the event's id. Confined to one thread. */
public final class FeedbackSender implements AutoCloseable {
  private final AvroCodec<Feedback> codec = AvroCodec.of(Feedback.class);
  private final String topic;
  private final RecordSender sender;

  public FeedbackSender(Pipeline pipeline) {
    topic = pipeline.learning().feedbackTopic();
    sender = new RecordSender(pipeline);
  }

  /**
   * Hands feedback over to be sent.
   *
   * @throws org.apache.kafka.common.KafkaException if this or some before it could not be sent
   */
  public void send(Feedback feedback) {
    byte[] key = feedback.getEventId().getBytes(StandardCharsets.UTF_8);
    sender.send(new ProducerRecord<>(topic, key, codec.encode(feedback)));
  }

  /** Waits until all is sent; see {@link RecordSender#flush}. */
  public void flush() {
    sender.flush();
  }

  /** Waits until all is sent; see {@link RecordSender#close}. */
  @Override
  public void close() {
    sender.close();
  }
}
