package io.trunkline.feedback.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.schemas.avro.TaskQuality;

/** Live quality as it is shown: the fields of the record, and the accuracy worked out. */
final class QualityJson {
  private QualityJson() {}

  static JsonNode of(TaskQuality quality) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    long judged = quality.getJudged();
    return json.put("task", quality.getTask())
        .put("generation", quality.getGeneration())
        .put("modelDigest", quality.getModelDigest())
        .put("solicited", quality.getSolicited())
        .put("window", quality.getWindow().name())
        .put("windowStart", quality.getWindowStart().toString())
        .put("windowEnd", quality.getWindowEnd().toString())
        .put("judged", judged)
        .put("correct", quality.getCorrect())
        .put("accuracy", judged == 0 ? null : (Double) ((double) quality.getCorrect() / judged))
        .put("low", quality.getLow())
        .put("high", quality.getHigh())
        .put("macroF1", quality.getMacroF1());
  }
}
