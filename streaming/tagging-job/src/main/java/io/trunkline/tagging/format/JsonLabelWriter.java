package io.trunkline.tagging.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trunkline.model.Prediction;
import io.trunkline.tagging.pipeline.LabelMapping;
import io.trunkline.tagging.records.Label;

/** Writes JSON objects that have each field where the mapping says, in the mapping's order. */
final class JsonLabelWriter implements LabelWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final LabelMapping mapping;

  JsonLabelWriter(LabelMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public byte[] write(Label label) {
    Prediction prediction = label.prediction();
    JsonObject object = new JsonObject();
    object.put(mapping.eventId(), NODES.textNode(label.eventId()));
    object.put(mapping.task(), NODES.textNode(label.task()));
    object.put(mapping.label(), PredictionJson.value(prediction));
    if (!(prediction instanceof Prediction.Score)) {
      object.put(mapping.score(), PredictionJson.scores(prediction));
      object.put(mapping.alternatives(), PredictionJson.alternatives(prediction));
    }
    object.put(mapping.abstained(), NODES.booleanNode(prediction.abstained()));
    object.put(mapping.outOfScope(), NODES.numberNode(label.outOfScope()));
    object.put(mapping.modelDigest(), NODES.textNode(label.model().digest()));
    object.put(mapping.generation(), NODES.numberNode(label.model().generation()));
    object.put(mapping.producedAt(), NODES.numberNode(label.producedAt()));
    return object.toBytes();
  }
}
