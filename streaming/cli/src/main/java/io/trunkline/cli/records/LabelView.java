package io.trunkline.cli.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.cli.terminal.PredictionText;
import io.trunkline.model.Prediction;
import io.trunkline.tagging.format.DecodedLabel;
import io.trunkline.tagging.format.LabelDecoder;
import io.trunkline.tagging.format.PredictionJson;
import io.trunkline.tagging.pipeline.Labels;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows labels: the question's id, the answer with its score, and what came next. */
final class LabelView implements RecordView {
  private final LabelDecoder decoder;

  LabelView(Labels labels) {
    decoder = new LabelDecoder(labels);
  }

  @Override
  public void describe(ConsumerRecord<byte[], byte[]> record, ObjectNode into) throws IOException {
    DecodedLabel label = decoder.decode(record);
    Prediction prediction = label.prediction();
    into.put("eventId", label.eventId()).put("task", prediction.task());
    into.set("label", PredictionJson.value(prediction));
    into.set("score", PredictionJson.scores(prediction));
    into.set("alternatives", PredictionJson.alternatives(prediction));
    into.put("abstained", prediction.abstained()).put("outOfScope", label.outOfScope());
    into.put("modelDigest", label.modelDigest()).put("generation", label.generation());
  }

  @Override
  public String line(ConsumerRecord<byte[], byte[]> record) throws IOException {
    DecodedLabel label = decoder.decode(record);
    String line = label.eventId() + "\t" + PredictionText.of(label.prediction());
    List<String> others =
        label.prediction().alternatives().stream().map(PredictionText::of).toList();
    return others.isEmpty() ? line : line + "\t(" + String.join(", ", others) + ")";
  }
}
