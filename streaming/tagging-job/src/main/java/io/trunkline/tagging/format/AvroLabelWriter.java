package io.trunkline.tagging.format;

import io.trunkline.model.Prediction;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.records.Label;
import java.time.Instant;

/** Writes {@link TaskLabel} records. */
final class AvroLabelWriter implements LabelWriter {
  private final AvroCodec<TaskLabel> codec = AvroCodec.of(TaskLabel.class);

  @Override
  public byte[] write(Label label) {
    Prediction prediction = label.prediction();
    return codec.encode(
        new TaskLabel(
            label.eventId(),
            prediction.task(),
            AvroPrediction.value(prediction),
            AvroPrediction.alternatives(prediction),
            prediction.abstained(),
            label.outOfScope(),
            label.model().digest(),
            label.model().generation(),
            Instant.ofEpochMilli(label.producedAt())));
  }
}
