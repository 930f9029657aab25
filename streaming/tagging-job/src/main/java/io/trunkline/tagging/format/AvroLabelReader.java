package io.trunkline.tagging.format;

import io.trunkline.model.ScoredLabel;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;

/** Reads {@link TaskLabel} records of single-label tasks. */
final class AvroLabelReader implements LabelReader {
  private final AvroCodec<TaskLabel> codec = AvroCodec.of(TaskLabel.class);

  @Override
  public Ranking read(byte[] value) throws IOException {
    TaskLabel label = codec.decode(value);
    if (!(label.getValue() instanceof OneLabel best)) {
      throw new IOException(
          "the value is of type "
              + label.getValue().getClass().getSimpleName()
              + ", expected one label");
    }
    return new Ranking(
        best.getLabel(),
        best.getScore(),
        label.getAlternatives().stream()
            .map(other -> new ScoredLabel(other.getLabel(), other.getScore()))
            .toList(),
        label.getModelDigest());
  }
}
