package io.trunkline.tagging.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.TaskKind;
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
  public Content read(String task, TaskKind kind, byte[] value) throws IOException {
    JsonNode root = StrictJson.parse(value);
    JsonNode outOfScope = at(root, mapping.outOfScope());
    return new Content(
        prediction(task, kind, root),
        outOfScope.isNumber() ? (Double) outOfScope.doubleValue() : null,
        at(root, mapping.modelDigest()).textValue());
  }

  private Prediction prediction(String task, TaskKind kind, JsonNode root) throws IOException {
    JsonNode value = root.at(mapping.label());
    JsonNode scores = at(root, mapping.score());
    List<ScoredLabel> alternatives = alternatives(at(root, mapping.alternatives()));
    boolean abstained = at(root, mapping.abstained()).booleanValue();
    return switch (kind) {
      case SINGLE_LABEL -> {
        require(value.isTextual(), "string", "label");
        alternatives.add(0, new ScoredLabel(value.textValue(), score(scores)));
        yield new Prediction.OneLabel(task, alternatives, abstained);
      }
      case MULTI_LABEL -> {
        require(value.isArray(), "array", "labels");
        List<ScoredLabel> labels = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
          labels.add(new ScoredLabel(value.get(i).asText(), score(scores.path(i))));
        }
        yield new Prediction.SeveralLabels(task, labels, alternatives, abstained);
      }
      case SPANS -> {
        require(value.isArray(), "array", "spans");
        List<ScoredSpan> spans = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
          spans.add(span(value.get(i), score(scores.path(i))));
        }
        yield new Prediction.Spans(task, spans, abstained);
      }
      case SCORE -> {
        require(value.isNumber(), "number", "score");
        yield new Prediction.Score(task, value.doubleValue(), abstained);
      }
    };
  }

  private void require(boolean holds, String type, String what) throws IOException {
    if (!holds) {
      throw new IOException("no %s at %s, expected the %s".formatted(type, mapping.label(), what));
    }
  }

  private static ScoredSpan span(JsonNode span, double score) {
    return new ScoredSpan(
        span.path("start").asInt(), span.path("end").asInt(), span.path("label").asText(), score);
  }

  private static List<ScoredLabel> alternatives(JsonNode array) {
    List<ScoredLabel> labels = new ArrayList<>();
    for (JsonNode other : array) {
      labels.add(new ScoredLabel(other.path("label").asText(), score(other.path("score"))));
    }
    return labels;
  }

  private static double score(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : DecodedLabel.NO_SCORE;
  }

  private static JsonNode at(JsonNode root, @Nullable JsonPointer pointer) {
    return pointer == null ? MissingNode.getInstance() : root.at(pointer);
  }
}
