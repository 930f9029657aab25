package io.trunkline.model.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** The value of a task as JSON has it; its type says its kind. */
final class LabelValues {
  private LabelValues() {}

  static LabelValue parse(String task, JsonNode node, String text) {
    if (node.isTextual()) {
      return new LabelValue.One(label(task, node));
    }
    if (node.isNumber()) {
      return new LabelValue.Score(score(task, node));
    }
    if (node.isArray() && (node.isEmpty() || node.get(0).isTextual())) {
      return new LabelValue.Several(several(task, node));
    }
    if (node.isArray()) {
      return new LabelValue.Spans(spans(task, node, text));
    }
    throw wrong(
        task,
        node,
        "a string, a list of strings, a number or a list of {\"start\", \"end\", \"label\"}");
  }

  private static String label(String task, JsonNode node) {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw wrong(task, node, "a label, a string that is not blank");
    }
    String what = "a label of task " + task;
    return Names.require(what, ExampleReader.wellFormed(node.textValue(), what));
  }

  private static double score(String task, JsonNode node) {
    double value = node.doubleValue();
    if (!Double.isFinite(value)) {
      throw wrong(task, node, "a finite number");
    }
    return value;
  }

  private static List<String> several(String task, JsonNode node) {
    List<String> labels = new ArrayList<>();
    node.forEach(item -> labels.add(label(task, item)));
    if (new HashSet<>(labels).size() < labels.size()) {
      throw wrong(task, node, "each label once");
    }
    return labels;
  }

  private static List<LabelValue.Span> spans(String task, JsonNode node, String text) {
    int length = text.codePointCount(0, text.length());
    List<LabelValue.Span> spans = new ArrayList<>();
    node.forEach(item -> spans.add(span(task, item, length)));
    spans.sort(Comparator.comparingInt(LabelValue.Span::start));
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).start() < spans.get(i - 1).end()) {
        throw wrong(task, node, "spans that do not overlap");
      }
    }
    return spans;
  }

  private static LabelValue.Span span(String task, JsonNode node, int length) {
    JsonNode start = node.path("start");
    JsonNode end = node.path("end");
    if (!start.isInt() || !end.isInt()) {
      throw wrong(task, node, "{\"start\", \"end\", \"label\"} with whole numbers");
    }
    if (start.intValue() < 0 || end.intValue() <= start.intValue() || end.intValue() > length) {
      throw wrong(
          task,
          node,
          "a start below its end, both within the text's %d code points".formatted(length));
    }
    return new LabelValue.Span(start.intValue(), end.intValue(), label(task, node.path("label")));
  }

  private static InvalidInputException wrong(String task, JsonNode node, String expected) {
    return new InvalidInputException(
        "the value of task %s is %s, expected %s"
            .formatted(task, ExampleReader.shown(node), expected));
  }
}
