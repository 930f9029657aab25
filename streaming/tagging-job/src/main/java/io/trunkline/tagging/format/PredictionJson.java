package io.trunkline.tagging.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;

/** Predictions as JSON: the value as training data has it, its scores beside it. */
public final class PredictionJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PredictionJson() {}

  /**
   * The answer: a string (one label), an array of strings (several), an array of {@code {"start",
   * "end", "label"}} (spans) or a number (a score).
   */
  public static JsonNode value(Prediction prediction) {
    LabelValue value = prediction.value();
    if (value instanceof LabelValue.One one) {
      return NODES.textNode(one.label());
    }
    if (value instanceof LabelValue.Several several) {
      ArrayNode labels = NODES.arrayNode();
      several.labels().forEach(labels::add);
      return labels;
    }
    if (value instanceof LabelValue.Spans stretches) {
      ArrayNode spans = NODES.arrayNode();
      for (LabelValue.Span span : stretches.spans()) {
        spans
            .addObject()
            .put("start", span.start())
            .put("end", span.end())
            .put("label", span.label());
      }
      return spans;
    }
    return NODES.numberNode(((LabelValue.Score) value).value());
  }

  /**
   * How likely the answer is: a number (one label), an array of numbers in the order of the answer
   * (several, spans); null of a score, which has none.
   */
  public static JsonNode scores(Prediction prediction) {
    if (prediction instanceof Prediction.OneLabel one) {
      return number(one.best().score());
    }
    if (prediction instanceof Prediction.SeveralLabels several) {
      return NODES
          .arrayNode()
          .addAll(
              several.labels().stream()
                  .map(ScoredLabel::score)
                  .map(PredictionJson::number)
                  .toList());
    }
    if (prediction instanceof Prediction.Spans spans) {
      return NODES
          .arrayNode()
          .addAll(
              spans.spans().stream().map(ScoredSpan::score).map(PredictionJson::number).toList());
    }
    return NODES.nullNode();
  }

  /** The labels that came next: an array of {@code {"label", "score"}}. */
  public static ArrayNode alternatives(Prediction prediction) {
    ArrayNode array = NODES.arrayNode();
    for (ScoredLabel other : prediction.alternatives()) {
      array.addObject().put("label", other.label()).set("score", number(other.score()));
    }
    return array;
  }

  /** JSON has no number for {@link DecodedLabel#NO_SCORE}. */
  private static JsonNode number(double score) {
    return Double.isNaN(score) ? NullNode.getInstance() : NODES.numberNode(score);
  }
}
