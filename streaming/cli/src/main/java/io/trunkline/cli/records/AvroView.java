package io.trunkline.cli.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Shows records of this project's own: every field under its name in the schema, bytes as the UTF-8
 * text that they most often are.
 */
final class AvroView<T extends SpecificRecord> implements RecordView {
  private final ObjectMapper json = new ObjectMapper();
  private final AvroCodec<T> codec;

  AvroView(Class<T> type) {
    codec = AvroCodec.of(type);
  }

  @Override
  public void describe(ConsumerRecord<byte[], byte[]> record, ObjectNode into) throws IOException {
    T decoded = decode(record);
    for (Field field : decoded.getSchema().getFields()) {
      into.set(field.name(), json.valueToTree(AvroValues.plain(decoded.get(field.pos()))));
    }
  }

  @Override
  public String line(ConsumerRecord<byte[], byte[]> record) throws IOException {
    T decoded = decode(record);
    return decoded.getSchema().getFields().stream()
        .map(field -> Map.entry(field.name(), AvroValues.line(decoded.get(field.pos()))))
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining("\t"));
  }

  private T decode(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (record.value() == null) {
      throw new IOException("a record without a value");
    }
    return codec.decode(record.value());
  }
}
