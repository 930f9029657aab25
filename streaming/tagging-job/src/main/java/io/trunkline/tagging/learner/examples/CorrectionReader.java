package io.trunkline.tagging.learner.examples;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Text;
import io.trunkline.model.learning.RoundArchive;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.records.SourceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads labelled examples, a correction for each label. Confined to one thread. */
public final class CorrectionReader {
  private final AvroCodec<LabelledExample> codec = AvroCodec.of(LabelledExample.class);

  /**
   * The corrections of a record.
   *
   * @return at least one, by the task's name
   * @throws IOException if the record holds no labelled example
   * @throws InvalidInputException if its example has no id, no text or no label
   */
  public List<Correction> read(SourceRecord record) throws IOException {
    if (record.value() == null) {
      throw new IOException("no value, expected a labelled example");
    }
    LabelledExample example = codec.decode(record.value());
    requireWhole(example);
    Map<String, LabelValue> labels = new TreeMap<>();
    example.getLabels().forEach((task, value) -> labels.put(task, Labels.read(task, value)));
    requireFit(example, labels);
    List<Correction> corrections = new ArrayList<>();
    for (Map.Entry<String, LabelValue> label : labels.entrySet()) {
      SourceRecord origin = labels.size() == 1 ? record : alone(record, example, label.getKey());
      corrections.add(correction(example, label.getKey(), label.getValue(), origin));
    }
    return corrections;
  }

  private static void requireWhole(LabelledExample example) {
    require(!example.getEventId().isBlank(), "eventId is blank, expected the id of an event");
    require(!example.getText().isBlank(), "the text is blank, expected one to learn from");
    require(!example.getLabels().isEmpty(), "there are no labels, expected at least one");
  }

  /** What could not be read back would make a model that nobody can load. */
  private static void requireFit(LabelledExample example, Map<String, LabelValue> labels) {
    RoundArchive.requireFit(
        new Example(
            example.getSource() + ":" + example.getEventId(),
            example.getText(),
            example.getAttributes(),
            labels));
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new InvalidInputException(problem);
    }
  }

  private static Correction correction(
      LabelledExample example, String task, LabelValue value, SourceRecord origin) {
    return new Correction(
        new Correction.Key(example.getEventId(), example.getSource(), task),
        new Text(example.getText(), example.getAttributes()),
        value,
        example.getLabelledAt().toEpochMilli(),
        example.getSolicited(),
        origin);
  }

  private SourceRecord alone(SourceRecord record, LabelledExample example, String task) {
    Map<String, Object> label = Map.of(task, example.getLabels().get(task));
    byte[] bytes = codec.encode(LabelledExample.newBuilder(example).setLabels(label).build());
    return new SourceRecord(
        record.topic(), record.partition(), record.offset(), record.key(), bytes);
  }
}
