package io.trunkline.feedback.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one instance, or several together, have to show.
 *
 * @param partitions the partitions of judgements that it covers
 * @param quality what those say, one object for each version, window and kind of feedback
 */
record Page(Set<Integer> partitions, List<JsonNode> quality) {
  private static final Comparator<JsonNode> ORDER =
      Comparator.comparing((JsonNode row) -> row.path("task").asText())
          .thenComparing(row -> row.path("generation").asLong())
          .thenComparing(row -> row.path("modelDigest").asText())
          .thenComparing(row -> row.path("solicited").asBoolean())
          .thenComparing(row -> row.path("window").asText());

  Page plus(Page other) {
    Set<Integer> both = new TreeSet<>(partitions);
    both.addAll(other.partitions);
    return new Page(both, Stream.concat(quality.stream(), other.quality.stream()).toList());
  }

  Page ofTask(String task) {
    return new Page(
        partitions,
        quality.stream().filter(row -> row.path("task").asText().equals(task)).toList());
  }

  /** Whether the two show the same counts twice: while they change hands both may have them. */
  boolean overlaps(Page other) {
    return partitions.stream().anyMatch(other.partitions::contains);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode covered = json.putArray("partitions");
    new TreeSet<>(partitions).forEach(covered::add);
    json.putArray("quality").addAll(quality.stream().sorted(ORDER).toList());
    return json;
  }

  static Page fromJson(JsonNode json) {
    Set<Integer> partitions = new TreeSet<>();
    json.path("partitions").forEach(partition -> partitions.add(partition.asInt()));
    List<JsonNode> quality = new ArrayList<>();
    json.path("quality").forEach(quality::add);
    return new Page(partitions, quality);
  }
}
