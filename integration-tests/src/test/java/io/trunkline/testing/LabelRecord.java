package io.trunkline.testing;

import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A label as it lies on its topic.
 *
 * @param label the record's value
 * @param subtask from its headers, as {@code batch} and {@code generation} are
 */
public record LabelRecord(TaskLabel label, int subtask, long batch, long generation) {
  public String eventId() {
    return label.getEventId();
  }

  /** The model that the value names. */
  public ModelVersion model() {
    return new ModelVersion(label.getModelDigest(), label.getGeneration());
  }

  /** The label itself. */
  public String value() {
    return ((OneLabel) label.getValue()).getLabel();
  }

  static List<LabelRecord> decode(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
    AvroCodec<TaskLabel> codec = AvroCodec.of(TaskLabel.class);
    List<LabelRecord> labels = new ArrayList<>();
    for (var record : records) {
      labels.add(
          new LabelRecord(
              codec.decode(record.value()),
              (int) header(record, "trunkline-subtask"),
              header(record, "trunkline-batch"),
              header(record, "trunkline-generation")));
    }
    return labels;
  }

  private static long header(ConsumerRecord<byte[], byte[]> record, String name) {
    byte[] value = record.headers().lastHeader(name).value();
    return Long.parseLong(new String(value, StandardCharsets.UTF_8));
  }
}
