package io.trunkline.feedback.intake;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topics of labels. Used by one thread. */
@FunctionalInterface
public interface LabelDecoder {
  /**
   * The label that a record holds.
   *
   * @param record the record with its topic, partition, offset, timestamp and headers; key and
   *     value may be null
   * @throws IOException if it holds none; the message is one line. It is then logged and left out.
   */
  GivenLabel decode(ConsumerRecord<byte[], byte[]> record) throws IOException;
}
