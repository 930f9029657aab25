package io.trunkline.tagging.pipeline;

import io.trunkline.model.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of the file, read key by key. Every error is one line: the file, line and column, the
 * key's full path, what was found and what was expected. Keys that nobody asked for are errors too.
 */
final class Section {
  private final String file;
  private final String path;
  private final Mark place;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Mark> places = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();

  /**
   * @param file the file's name, for errors
   * @param path the section's own path, empty for the whole file
   * @param place where the section begins
   * @param node what stands there; null where the section is absent
   */
  Section(String file, String path, Mark place, @Nullable Node node) {
    this.file = file;
    this.path = path;
    this.place = place;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::add);
    } else if (node != null && !isNull(node)) {
      throw Places.invalid(
          file,
          node.getStartMark(),
          path,
          "found " + described(node) + ", expected keys with values");
    }
  }

  private void add(NodeTuple entry) {
    Mark mark = entry.getKeyNode().getStartMark();
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      throw Places.invalid(
          file,
          mark,
          path,
          "found " + described(entry.getKeyNode()) + " for a key, expected a name");
    }
    Mark first = places.putIfAbsent(key.getValue(), mark);
    if (first != null) {
      throw Places.invalid(
          file, mark, path(key.getValue()), "given twice, first in line " + (first.getLine() + 1));
    }
    values.put(key.getValue(), entry.getValueNode());
  }

  /** Reads the whole section and refuses keys that the reader did not ask for. */
  <T> T readAll(Function<Section, T> reader) {
    T result = reader.apply(this);
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw invalid(
            key, "unknown key" + suggestion(key) + "; known: " + String.join(", ", known));
      }
    }
    return result;
  }

  /** A section within this one; an empty one where it is absent. */
  <T> T section(String key, Function<Section, T> reader) {
    known.add(key);
    Mark mark = places.getOrDefault(key, place);
    Section child = new Section(file, path(key), mark, values.get(key));
    T result = child.readAll(reader);
    child.places.forEach((name, at) -> places.put(key + "." + name, at));
    return result;
  }

  /** The value of a key, or the default where the key is absent. */
  <T> T get(String key, T fallback, Scalar<T> scalar) {
    known.add(key);
    Node node = values.get(key);
    return node == null ? fallback : parse(path(key), node, scalar);
  }

  /** The list under a key, without repeats; empty where the key is absent. */
  List<String> list(String key, Scalar<String> scalar) {
    known.add(key);
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw Places.invalid(
          file, node.getStartMark(), path(key), "found " + described(node) + ", expected a list");
    }
    List<String> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String itemPath = path(key) + "[" + items.size() + "]";
      String value = parse(itemPath, item, scalar);
      if (items.contains(value)) {
        throw Places.invalid(
            file, item.getStartMark(), itemPath, "'" + value + "' is listed twice");
      }
      items.add(value);
    }
    return items;
  }

  /** Every entry of this section as text, by ascending key; all keys are allowed. */
  Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    Scalar<String> value = Scalar.text("a text, a number or a boolean");
    values.keySet().forEach(key -> entries.put(key, get(key, "", value)));
    return entries;
  }

  /**
   * An error at one of this section's keys, or of a section that was read within it ({@code a.b}),
   * or at its beginning where the key is absent.
   */
  InvalidInputException invalid(String key, String problem) {
    return Places.invalid(file, places.getOrDefault(key, place), path(key), problem);
  }

  /** Where everything stands that was read until now. */
  Places places() {
    return new Places(file, places);
  }

  private <T> T parse(String valuePath, Node node, Scalar<T> scalar) {
    Optional<T> value =
        node instanceof ScalarNode text && !isNull(node)
            ? scalar.parse().apply(text.getValue())
            : Optional.empty();
    return value.orElseThrow(
        () ->
            Places.invalid(
                file,
                node.getStartMark(),
                valuePath,
                "found " + described(node) + ", expected " + scalar.expected()));
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String suggestion(String key) {
    LevenshteinDistance distance = new LevenshteinDistance(1 + key.length() / 4);
    return known.stream()
        .filter(candidate -> distance.apply(key, candidate) >= 0)
        .min((a, b) -> distance.apply(key, a) - distance.apply(key, b))
        .map(candidate -> ", did you mean " + candidate)
        .orElse("");
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static String described(Node node) {
    if (node instanceof ScalarNode scalar) {
      return isNull(node) ? "nothing" : "'" + StringUtils.abbreviate(scalar.getValue(), 80) + "'";
    }
    return node instanceof MappingNode ? "keys with values" : "a list";
  }
}
