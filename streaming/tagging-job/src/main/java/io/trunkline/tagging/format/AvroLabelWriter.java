package io.trunkline.tagging.format;

import io.trunkline.model.ScoredLabel;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.records.Label;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes {@link TaskLabel} records. */
final class AvroLabelWriter implements LabelWriter {
  private final AvroCodec<TaskLabel> codec = AvroCodec.of(TaskLabel.class);

  @Override
  public byte[] write(Label label) {
    ScoredLabel best = label.ranking().get(0);
    List<io.trunkline.schemas.avro.ScoredLabel> alternatives = new ArrayList<>();
    for (ScoredLabel other : label.ranking().subList(1, label.ranking().size())) {
      alternatives.add(new io.trunkline.schemas.avro.ScoredLabel(other.label(), other.score()));
    }
    return codec.encode(
        new TaskLabel(
            label.eventId(),
            label.task(),
            new OneLabel(best.label(), best.score()),
            alternatives,
            false,
            label.model().digest(),
            label.model().generation(),
            Instant.ofEpochMilli(label.producedAt())));
  }
}
