package io.trunkline.cli.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trunkline.model.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object; a value of another type than asked for is refused with an {@link
 * InvalidInputException}.
 */
record Fields(JsonNode object) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final int SHOWN = 40;

  Fields {
    if (!object.isObject()) {
      throw new InvalidInputException(
          "expected a JSON object with \"event\", \"task\" and \"label\"");
    }
  }

  /** What a text says in JSON. */
  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "malformed JSON at column %d: %s"
              .formatted(
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  /** Refuses every other field: a misspelt one would be lost. */
  void requireOnly(Set<String> names) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw wrong(name, object.get(name), "no field of this name");
              }
            });
  }

  String required(String name) {
    String text = optional(name, "");
    if (text.isBlank()) {
      throw wrong(name, object.path(name), "a string that is not blank");
    }
    return text;
  }

  String optional(String name, String otherwise) {
    String text = nullable(name);
    return text == null ? otherwise : text;
  }

  @Nullable String nullable(String name) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull() ? null : string(name, value);
  }

  boolean flag(String name) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(name, value, "true or false");
    }
    return value.booleanValue();
  }

  Instant instant(String name, Instant otherwise) {
    String text = nullable(name);
    try {
      return text == null ? otherwise : Instant.parse(text);
    } catch (DateTimeException e) {
      throw wrong(name, object.get(name), "an instant such as 2026-01-31T12:00:00Z");
    }
  }

  Map<String, String> strings(String name) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isObject()) {
      throw wrong(name, value, "an object of strings");
    }
    Map<String, String> strings = new TreeMap<>();
    value
        .fields()
        .forEachRemaining(field -> strings.put(field.getKey(), string(name, field.getValue())));
    return strings;
  }

  /** The string that a value is. Half a surrogate pair could not be written as UTF-8. */
  static String string(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw wrong(name, value, "a string");
    }
    String text = value.textValue();
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new InvalidInputException("\"%s\" has half a surrogate pair".formatted(name));
    }
    return text;
  }

  static InvalidInputException wrong(String name, JsonNode value, String expected) {
    String json = value.isMissingNode() ? "missing" : value.toString();
    String shown = json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
    return new InvalidInputException("\"%s\" is %s, expected %s".formatted(name, shown, expected));
  }
}
