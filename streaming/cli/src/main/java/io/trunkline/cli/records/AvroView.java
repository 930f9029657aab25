package io.trunkline.cli.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

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
    if (record.value() == null) {
      throw new IOException("a record without a value");
    }
    T decoded = codec.decode(record.value());
    for (Field field : decoded.getSchema().getFields()) {
      into.set(field.name(), json.valueToTree(plain(decoded.get(field.pos()))));
    }
  }

  @Override
  public String line(ConsumerRecord<byte[], byte[]> record) throws IOException {
    ObjectNode described = json.createObjectNode();
    describe(record, described);
    List<String> fields = new ArrayList<>();
    described
        .properties()
        .forEach(
            field -> {
              String value =
                  field.getValue().isTextual()
                      ? field.getValue().asText()
                      : field.getValue().toString();
              if (!value.isEmpty() && !field.getValue().isNull()) {
                fields.add(field.getKey() + "=" + value);
              }
            });
    return String.join("\t", fields);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof ByteBuffer bytes) {
      return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
    return value instanceof Number || value == null ? value : value.toString();
  }
}
