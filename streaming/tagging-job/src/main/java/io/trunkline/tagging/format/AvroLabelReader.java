package io.trunkline.tagging.format;

import io.trunkline.model.TaskKind;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;

/** Reads {@link TaskLabel} records. */
final class AvroLabelReader implements LabelReader {
  private final AvroCodec<TaskLabel> codec = AvroCodec.of(TaskLabel.class);

  @Override
  public Content read(String task, TaskKind kind, byte[] value) throws IOException {
    TaskLabel label = codec.decode(value);
    return new Content(AvroPrediction.read(label), label.getOutOfScope(), label.getModelDigest());
  }
}
