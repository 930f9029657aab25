package io.trunkline.cli.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows questions that are not Avro: their text or JSON just as it is. */
final class QuestionView implements RecordView {
  @Override
  public void describe(ConsumerRecord<byte[], byte[]> record, ObjectNode into) throws IOException {
    into.put("value", line(record));
  }

  @Override
  public String line(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (record.value() == null) {
      throw new IOException("a record without a value");
    }
    return new String(record.value(), StandardCharsets.UTF_8);
  }
}
