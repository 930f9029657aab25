package io.trunkline.tagging.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trunkline.model.ScoredLabel;
import io.trunkline.tagging.pipeline.LabelMapping;
import io.trunkline.tagging.records.Label;
import java.util.List;

/** Writes JSON objects that have each field where the mapping says, in the mapping's order. */
final class JsonLabelWriter implements LabelWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final LabelMapping mapping;

  JsonLabelWriter(LabelMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public byte[] write(Label label) {
    ScoredLabel best = label.ranking().get(0);
    JsonObject object = new JsonObject();
    object.put(mapping.eventId(), NODES.textNode(label.eventId()));
    object.put(mapping.task(), NODES.textNode(label.task()));
    object.put(mapping.label(), NODES.textNode(best.label()));
    object.put(mapping.score(), NODES.numberNode(best.score()));
    object.put(mapping.alternatives(), array(label.ranking().subList(1, label.ranking().size())));
    object.put(mapping.modelDigest(), NODES.textNode(label.model().digest()));
    object.put(mapping.generation(), NODES.numberNode(label.model().generation()));
    object.put(mapping.producedAt(), NODES.numberNode(label.producedAt()));
    return object.toBytes();
  }

  private static ArrayNode array(List<ScoredLabel> labels) {
    ArrayNode array = NODES.arrayNode(labels.size());
    for (ScoredLabel label : labels) {
      array.addObject().put("label", label.label()).put("score", label.score());
    }
    return array;
  }
}
