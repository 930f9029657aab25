package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Lays given settings over others, which say what keys there are and of what type. */
final class SettingsTree {
  private SettingsTree() {}

  /**
   * Replaces settings by those given.
   *
   * @param path of the settings within the whole, for errors
   * @throws InvalidInputException if a key is unknown or its value of another type
   */
  static void merge(ObjectNode settings, JsonNode given, String path) {
    if (!given.isObject()) {
      throw wrong(path.isEmpty() ? "all of it" : path, given, "keys " + keys(settings));
    }
    for (Iterator<Map.Entry<String, JsonNode>> fields = given.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      JsonNode before = settings.get(field.getKey());
      if (before == null) {
        throw new InvalidInputException(
            "unknown key " + key + ", expected one of " + keys(settings));
      }
      if (before instanceof ObjectNode section) {
        merge(section, field.getValue(), key);
      } else {
        requireType(key, field.getValue(), before);
        settings.set(field.getKey(), field.getValue());
      }
    }
  }

  private static void requireType(String key, JsonNode value, JsonNode like) {
    if (key.equals("tasks")) {
      require(value.isArray(), key, value, "a list of tasks");
    } else if (like.isArray() && !like.isEmpty() && like.get(0).isInt()) {
      require(
          value.isArray() && all(value, JsonNode::isInt), key, value, "a list of whole numbers");
    } else if (like.isArray()) {
      require(value.isArray() && all(value, JsonNode::isTextual), key, value, "a list of names");
    } else if (like.isBoolean()) {
      require(value.isBoolean(), key, value, "true or false");
    } else if (like.isIntegralNumber()) {
      boolean fits = like.isLong() ? value.canConvertToLong() : value.canConvertToInt();
      require(value.isIntegralNumber() && fits, key, value, "a whole number");
    } else if (like.isNumber()) {
      require(value.isNumber(), key, value, "a number, such as 0.002");
    } else {
      require(value.isTextual(), key, value, "a word");
    }
  }

  private static boolean all(JsonNode list, Predicate<JsonNode> test) {
    return StreamSupport.stream(list.spliterator(), false).allMatch(test);
  }

  private static String keys(ObjectNode settings) {
    List<String> keys = new ArrayList<>();
    settings.fieldNames().forEachRemaining(keys::add);
    return String.join(", ", keys);
  }

  private static void require(boolean holds, String key, JsonNode value, String expected) {
    if (!holds) {
      throw wrong(key, value, expected);
    }
  }

  private static InvalidInputException wrong(String key, JsonNode value, String expected) {
    return new InvalidInputException("%s is %s, expected %s".formatted(key, value, expected));
  }
}
