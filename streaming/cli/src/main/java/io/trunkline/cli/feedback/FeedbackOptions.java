package io.trunkline.cli.feedback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Feedback that is given by options. */
final class FeedbackOptions {
  @Option(names = "--event", paramLabel = "ID", description = "The id of the question judged.")
  private @Nullable String event;

  @Option(names = "--task", paramLabel = "T", description = "The task that is judged.")
  private @Nullable String task;

  @Option(
      names = "--label",
      paramLabel = "L",
      description = "The right label; given several times, every label that holds.")
  private List<String> label = List.of();

  @Option(
      names = "--labels",
      paramLabel = "L,L…",
      description = "Every label that holds, of a multi-label task; '' for none.")
  private @Nullable String labels;

  @Option(names = "--score", paramLabel = "X", description = "The right number, of a score task.")
  private @Nullable Double score;

  @Option(
      names = "--spans",
      paramLabel = "JSON",
      description =
          "The right spans: an array of {\"start\", \"end\", \"label\"}, in code points, end"
              + " exclusive.")
  private @Nullable String spans;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "The question's text: then it need not be known otherwise.")
  private @Nullable String text;

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "An attribute of the text; may be given several times.")
  private Map<String, String> attributes = Map.of();

  @Option(
      names = "--solicited",
      description = "The question was drawn at random to be judged; without, somebody spoke up.")
  private boolean solicited;

  /** Whether there is any. */
  boolean given() {
    return event != null
        || task != null
        || !label.isEmpty()
        || labels != null
        || score != null
        || spans != null
        || text != null
        || !attributes.isEmpty()
        || solicited;
  }

  /** The object that standard input would have for it. */
  ObjectNode toJson() {
    ObjectNode object = new ObjectMapper().createObjectNode();
    putIfGiven(object, "event", event);
    putIfGiven(object, "task", task);
    putIfGiven(object, "text", text);
    if (label.size() == 1) {
      object.put("label", label.get(0));
    } else if (!label.isEmpty()) {
      putAll(object, label);
    }
    if (labels != null) {
      requireOneWay();
      putAll(object, labels.isEmpty() ? List.of() : List.of(labels.split(",", -1)));
    }
    if (score != null) {
      object.put("score", score);
    }
    if (spans != null) {
      object.set("spans", Fields.parse(spans));
    }
    ObjectNode named = object.putObject("attributes");
    attributes.forEach(named::put);
    return object.put("solicited", solicited);
  }

  private void requireOneWay() {
    if (!label.isEmpty()) {
      throw new InvalidInputException("there are --label and --labels, expected one of them");
    }
  }

  private static void putIfGiven(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }

  private static void putAll(ObjectNode object, List<String> all) {
    ArrayNode array = object.putArray("labels");
    all.forEach(label -> array.add(label.strip()));
  }
}
