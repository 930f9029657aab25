package io.trunkline.tagging.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
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
    return new Ranking(label.textValue(), score(root, mapping.score()), alternatives(root));
  }

  private static @Nullable Double score(JsonNode root, @Nullable JsonPointer pointer) {
    JsonNode score = pointer == null ? null : root.at(pointer);
    return score == null || !score.isNumber() ? null : (Double) score.doubleValue();
  }

  private List<ScoredLabel> alternatives(JsonNode root) {
    List<ScoredLabel> labels = new ArrayList<>();
    if (mapping.alternatives() != null) {
      for (JsonNode other : root.at(mapping.alternatives())) {
        labels.add(
            new ScoredLabel(other.path("label").asText(), other.path("score").doubleValue()));
      }
    }
    return labels;
  }
}
