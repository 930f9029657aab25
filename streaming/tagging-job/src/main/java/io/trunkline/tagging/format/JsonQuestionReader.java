package io.trunkline.tagging.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.tagging.pipeline.QuestionMapping;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects in UTF-8. The text is a string; the id a string or a whole number; the event
 * time a whole number of milliseconds since the epoch or a string in ISO-8601 with its offset from
 * UTC; the attributes an object of strings. An id, event time or attributes that are absent or null
 * are missing.
 */
final class JsonQuestionReader implements QuestionReader {
  private final QuestionMapping mapping;

  JsonQuestionReader(QuestionMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public RawQuestion read(byte[] value) throws IOException, InvalidQuestionException {
    JsonNode root = StrictJson.parse(value);
    if (!root.isObject()) {
      throw new InvalidQuestionException("found " + described(root) + ", expected a JSON object");
    }
    return new RawQuestion(
        text(find(root, mapping.text()), mapping.text()),
        id(find(root, mapping.id()), mapping.id()),
        eventTime(find(root, mapping.eventTime()), mapping.eventTime()),
        attributes(find(root, mapping.attributes()), mapping.attributes()));
  }

  private static @Nullable JsonNode find(JsonNode root, @Nullable JsonPointer pointer) {
    JsonNode node = pointer == null ? null : root.at(pointer);
    return node == null || node.isMissingNode() || node.isNull() ? null : node;
  }

  private static String text(@Nullable JsonNode node, JsonPointer pointer)
      throws InvalidQuestionException {
    if (node == null) {
      throw new InvalidQuestionException("nothing at " + pointer + ", expected the text to tag");
    }
    if (!node.isTextual()) {
      throw unexpected(pointer, node, "a string");
    }
    return node.textValue();
  }

  private static @Nullable String id(@Nullable JsonNode node, @Nullable JsonPointer pointer)
      throws InvalidQuestionException {
    if (node == null) {
      return null;
    }
    if (!node.isTextual() && !node.isIntegralNumber()) {
      throw unexpected(pointer, node, "a string or a whole number");
    }
    return node.asText();
  }

  private static @Nullable Long eventTime(@Nullable JsonNode node, @Nullable JsonPointer pointer)
      throws InvalidQuestionException {
    if (node == null) {
      return null;
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    try {
      return OffsetDateTime.parse(node.asText()).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw unexpected(
          pointer, node, "milliseconds since 1970, or ISO-8601 such as 2026-01-31T09:30:00Z");
    }
  }

  private static Map<String, String> attributes(
      @Nullable JsonNode node, @Nullable JsonPointer pointer) throws InvalidQuestionException {
    if (node == null) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw unexpected(pointer, node, "an object of strings");
    }
    Map<String, String> attributes = new HashMap<>();
    for (Map.Entry<String, JsonNode> attribute : node.properties()) {
      if (!attribute.getValue().isTextual()) {
        throw new InvalidQuestionException(
            "attribute %s is %s, expected a string"
                .formatted(attribute.getKey(), described(attribute.getValue())));
      }
      attributes.put(attribute.getKey(), attribute.getValue().textValue());
    }
    return attributes;
  }

  private static InvalidQuestionException unexpected(
      @Nullable JsonPointer pointer, JsonNode found, String expected) {
    return new InvalidQuestionException(
        "found " + described(found) + " at " + pointer + ", expected " + expected);
  }

  private static String described(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case MISSING -> "nothing";
      default -> node.toString();
    };
  }
}
