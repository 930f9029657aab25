package io.trunkline.cli.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Names;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as JSON: {@code {"event", "task", "label" | "labels" | "spans" | "score", "source",
 * "text", "attributes", "solicited", "at"}}. Event, task and one value are needed; a field of
 * another name is refused.
 *
 * @param source who says so where an object does not tell
 * @param at when it was said where an object does not tell
 */
record FeedbackLine(String source, Instant at) {
  private static final List<String> VALUES = List.of("label", "labels", "spans", "score");
  private static final Set<String> NAMES =
      Set.of(
          "event",
          "task",
          "label",
          "labels",
          "spans",
          "score",
          "source",
          "text",
          "attributes",
          "solicited",
          "at");

  /**
   * The feedback of one line.
   *
   * @param where what to call the line in errors
   * @throws InvalidInputException that names where, what and what was expected
   */
  Feedback parse(String line, String where) {
    try {
      return feedback(Fields.parse(line));
    } catch (InvalidInputException e) {
      throw new InvalidInputException(where + ": " + e.getMessage(), e);
    }
  }

  /** The feedback of an object. */
  Feedback feedback(JsonNode object) {
    Fields fields = new Fields(object);
    fields.requireOnly(NAMES);
    String text = fields.nullable("text");
    return new Feedback(
        fields.required("event"),
        Names.require("\"task\"", fields.required("task")),
        value(object, text),
        fields.optional("source", source),
        fields.instant("at", at),
        text,
        fields.strings("attributes"),
        fields.flag("solicited"));
  }

  private static Object value(JsonNode object, @Nullable String text) {
    List<String> given = VALUES.stream().filter(object::has).toList();
    if (given.size() != 1) {
      throw new InvalidInputException(
          "%s, expected one of \"label\", \"labels\", \"spans\" and \"score\""
              .formatted(
                  given.isEmpty()
                      ? "there is no value"
                      : "there are \"" + String.join("\" and \"", given) + "\""));
    }
    JsonNode value = object.get(given.get(0));
    return switch (given.get(0)) {
      case "label" -> FeedbackValues.one(Fields.string("label", value));
      case "labels" -> FeedbackValues.several(labels(value));
      case "spans" -> spans(value, text);
      default -> FeedbackValues.score(number(value));
    };
  }

  private static List<String> labels(JsonNode value) {
    if (!value.isArray()) {
      throw Fields.wrong("labels", value, "an array of strings");
    }
    List<String> labels = new ArrayList<>();
    value.forEach(label -> labels.add(Fields.string("labels", label)));
    return labels;
  }

  private static double number(JsonNode value) {
    if (!value.isNumber()) {
      throw Fields.wrong("score", value, "a number");
    }
    return value.doubleValue();
  }

  private static Spans spans(JsonNode value, @Nullable String text) {
    if (!value.isArray()) {
      throw Fields.wrong("spans", value, "an array of {\"start\", \"end\", \"label\"}");
    }
    List<LabelledSpan> spans = new ArrayList<>();
    value.forEach(span -> spans.add(span(span)));
    return FeedbackValues.spans(spans, text);
  }

  private static LabelledSpan span(JsonNode span) {
    JsonNode start = span.path("start");
    JsonNode end = span.path("end");
    if (!start.isInt() || !end.isInt()) {
      throw Fields.wrong("spans", span, "{\"start\", \"end\", \"label\"} with whole numbers");
    }
    return FeedbackValues.span(
        start.intValue(), end.intValue(), Fields.string("label", span.path("label")));
  }
}
