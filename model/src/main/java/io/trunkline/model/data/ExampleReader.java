package io.trunkline.model.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads labelled texts from JSON Lines: {@code {"id", "text", "attributes": {name: string},
 * "labels": {task: value}}}, one a line, UTF-8. A value is a string (one label), a list of strings
 * (several), a number (a score) or a list of {@code {"start", "end", "label"}} (spans, in code
 * points, end exclusive). All but {@code text} may be absent, other fields are ignored, blank lines
 * are skipped. An empty list is read as several labels, of which there are none.
 *
 * <p>The first thing that is wrong is one line in an {@link InvalidInputException} that names file
 * and line.
 */
public final class ExampleReader {
  private static final Logger LOG = LoggerFactory.getLogger(ExampleReader.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Read as numbers, so that they are refused as values of their task and not as bad JSON.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private ExampleReader() {}

  /** As {@link #read(Path, Consumer)}; warnings are logged. */
  public static List<Example> read(Path file) throws IOException {
    return read(file, LOG::warn);
  }

  /**
   * The examples of a file, at least one, in its order. Those whose text is blank are left out:
   * there is nothing in them to learn from or to tag.
   *
   * @param warning hears of what was left out
   */
  public static List<Example> read(Path file, Consumer<String> warning) throws IOException {
    return read(file, new TaskKinds(), warning);
  }

  /**
   * As {@link #read(Path, Consumer)}, of one file of a data set that has several.
   *
   * @param kinds what the files before it had; every task must be of the same kind here
   */
  public static List<Example> read(Path file, TaskKinds kinds, Consumer<String> warning)
      throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String> blank = new ArrayList<>();
    try (InputStream in = DataFile.open(file, "a file of JSON Lines")) {
      LineReader lines = new LineReader(in, file.toString());
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank()) {
          continue;
        }
        Example example = parse(line, lines.where());
        kinds.add(example, lines.where());
        if (example.text().isBlank()) {
          blank.add(lines.where());
        } else {
          examples.add(example);
        }
      }
    }
    if (!blank.isEmpty()) {
      warning.accept(
          "%s: examples with a blank text are left out, %d in this file"
              .formatted(blank.get(0), blank.size()));
    }
    if (examples.isEmpty()) {
      throw new InvalidInputException(
          file + " has no examples, expected one JSON object a line with \"text\" and \"labels\"");
    }
    return examples;
  }

  /**
   * The examples of a stream, perhaps none, in its order.
   *
   * @param name what to call it in errors
   */
  public static List<Example> read(InputStream in, String name) throws IOException {
    List<Example> examples = new ArrayList<>();
    LineReader lines = new LineReader(in, name);
    for (String line = lines.next(); line != null; line = lines.next()) {
      examples.add(parse(line, lines.where()));
    }
    return examples;
  }

  /**
   * The example of one line; its text may be blank.
   *
   * @param where what to call the line in errors
   */
  public static Example parse(String line, String where) {
    try {
      return example(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "%s: malformed JSON at column %d: %s"
              .formatted(where, e.getLocation().getColumnNr(), firstLine(e)),
          e);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(where + ": " + e.getMessage(), e);
    }
  }

  private static Example example(JsonNode node) {
    if (!node.isObject()) {
      throw new InvalidInputException("expected a JSON object with \"text\" and \"labels\"");
    }
    String text = text(node.path("text"));
    return new Example(
        id(node.path("id")),
        text,
        attributes(node.path("attributes")),
        labels(node.path("labels"), text));
  }

  private static String id(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isTextual() && !node.isIntegralNumber()) {
      throw new InvalidInputException("\"id\" is " + shown(node) + ", expected a string");
    }
    return wellFormed(node.asText(), "\"id\"");
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      throw new InvalidInputException("\"text\" is missing");
    }
    if (!node.isTextual()) {
      throw new InvalidInputException("\"text\" is " + shown(node) + ", expected a string");
    }
    return wellFormed(node.textValue(), "\"text\"");
  }

  private static Map<String, String> attributes(JsonNode node) {
    if (node.isMissingNode()) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw new InvalidInputException(
          "\"attributes\" is " + shown(node) + ", expected an object of a string for each name");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(
            field -> {
              String name = wellFormed(field.getKey(), "an attribute's name");
              if (!field.getValue().isTextual()) {
                throw new InvalidInputException(
                    "attribute %s is %s, expected a string"
                        .formatted(name, shown(field.getValue())));
              }
              attributes.put(name, wellFormed(field.getValue().textValue(), "attribute " + name));
            });
    return attributes;
  }

  private static Map<String, LabelValue> labels(JsonNode node, String text) {
    if (node.isMissingNode()) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw new InvalidInputException(
          "\"labels\" is " + shown(node) + ", expected an object of a value for each task");
    }
    Map<String, LabelValue> labels = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      String task = wellFormed(field.getKey(), "a task's name");
      if (task.isBlank()) {
        throw new InvalidInputException("\"labels\" has a task without a name");
      }
      Names.require("a task's name", task);
      labels.put(task, LabelValues.parse(task, field.getValue(), text));
    }
    return labels;
  }

  /** Half a surrogate pair could not be written again as UTF-8. */
  static String wellFormed(String text, String what) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new InvalidInputException(what + " has half a surrogate pair");
    }
    return text;
  }

  /** A value as an error shows it. */
  static String shown(JsonNode node) {
    String json = node.isMissingNode() ? "missing" : node.toString();
    return json.length() <= 40 ? json : json.substring(0, 40) + "…";
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
