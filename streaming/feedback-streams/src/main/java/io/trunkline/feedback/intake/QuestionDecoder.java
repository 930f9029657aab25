package io.trunkline.feedback.intake;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the questions topic as the tagging job does. Used by one thread. */
@FunctionalInterface
public interface QuestionDecoder {
  /**
   * The event that a record asks about.
   *
   * @param record the record with its topic, partition, offset, timestamp and headers; key and
   *     value may be null
   * @throws IOException if the tagging job rejects it; it is then left alone, for the job has put
   *     it with the dead letters
   */
  KnownEvent decode(ConsumerRecord<byte[], byte[]> record) throws IOException;
}
