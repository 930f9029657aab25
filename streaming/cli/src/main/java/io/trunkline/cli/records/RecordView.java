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

  /**
   * What a record holds, in one line.
   *
   * @throws IOException if it is no record of this topic
   */
  String line(ConsumerRecord<byte[], byte[]> record) throws IOException;
}
