package io.trunkline.cli.records;

import io.trunkline.cli.kafka.RecordSender;
import io.trunkline.model.Text;
import io.trunkline.tagging.format.QuestionEncoder;
import io.trunkline.tagging.pipeline.Pipeline;
import java.time.Instant;

/** Sends questions to a pipeline's topic. Confined to one thread. */
public final class QuestionSender implements AutoCloseable {
  private final QuestionEncoder encoder;
  private final RecordSender sender;

  public QuestionSender(Pipeline pipeline) {
    encoder = new QuestionEncoder(pipeline.questions());
    sender = new RecordSender(pipeline);
  }

  /**
   * Hands a question over to be sent.
   *
   * @throws org.apache.kafka.common.KafkaException if this one or one before it could not be sent
   */
  public void send(String id, Text text, Instant eventTime) {
    sender.send(encoder.encode(id, text, eventTime));
  }

  /** Waits until all are sent; see {@link RecordSender#flush}. */
  public void flush() {
    sender.flush();
  }

  /** Waits until all are sent; see {@link RecordSender#close}. */
  @Override
  public void close() {
    sender.close();
  }
}
