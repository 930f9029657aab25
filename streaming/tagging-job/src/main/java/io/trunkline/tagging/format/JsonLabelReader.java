package io.trunkline.tagging.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.trunkline.model.ScoredLabel;
import io.trunkline.tagging.pipeline.LabelMapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects by the mapping they were written with. */
final class JsonLabelReader implements LabelReader {
  private final LabelMapping mapping;

  JsonLabelReader(LabelMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public Ranking read(byte[] value) throws IOException {
    JsonNode root = StrictJson.parse(value);
    JsonNode label = root.at(mapping.label());
    if (!label.isTextual()) {
      throw new IOException("no string at " + mapping.label() + ", expected the label");
    }
    JsonNode score = at(root, mapping.score());
    JsonNode digest = at(root, mapping.modelDigest());
    return new Ranking(
        label.textValue(),
        score.isNumber() ? (Double) score.doubleValue() : null,
        alternatives(at(root, mapping.alternatives())),
        digest.textValue());
  }

  private static List<ScoredLabel> alternatives(JsonNode array) {
    List<ScoredLabel> labels = new ArrayList<>();
    for (JsonNode other : array) {
      labels.add(new ScoredLabel(other.path("label").asText(), other.path("score").doubleValue()));
    }
    return labels;
  }

  private static JsonNode at(JsonNode root, @Nullable JsonPointer pointer) {
    return pointer == null ? MissingNode.getInstance() : root.at(pointer);
  }
}
