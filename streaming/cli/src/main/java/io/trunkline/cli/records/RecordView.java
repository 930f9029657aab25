package io.trunkline.cli.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How the records of one topic are shown to people and to machines. */
interface RecordView {
  /**
   * Adds what a record holds to a JSON object.
   *
   * @throws IOException if it is no record of this topic
   */
  void describe(ConsumerRecord<byte[], byte[]> record, ObjectNode into) throws IOException;

  /** One line about a record that was described. */
  String line(ObjectNode described);
}
