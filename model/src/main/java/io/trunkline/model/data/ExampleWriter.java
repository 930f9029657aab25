package io.trunkline.model.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** Writes examples as {@link ExampleReader} reads them; equal examples become equal lines. */
public final class ExampleWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExampleWriter() {}

  /** The lines of some examples, in their order, each with a line feed at its end, in UTF-8. */
  public static byte[] lines(List<Example> examples) {
    StringBuilder lines = new StringBuilder();
    examples.forEach(example -> lines.append(line(example)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One example as a line, without its end. */
  public static String line(Example example) {
    ObjectNode node = JSON.createObjectNode();
    if (!example.id().isEmpty()) {
      node.put("id", example.id());
    }
    node.put("text", example.text());
    if (!example.attributes().isEmpty()) {
      ObjectNode attributes = node.putObject("attributes");
      new TreeMap<>(example.attributes()).forEach(attributes::put);
    }
    ObjectNode labels = node.putObject("labels");
    new TreeMap<>(example.labels()).forEach((task, value) -> put(labels, task, value));
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes is always JSON", e);
    }
  }

  private static void put(ObjectNode labels, String task, LabelValue value) {
    if (value instanceof LabelValue.One one) {
      labels.put(task, one.label());
    } else if (value instanceof LabelValue.Several several) {
      ArrayNode list = labels.putArray(task);
      several.labels().forEach(list::add);
    } else if (value instanceof LabelValue.Spans spans) {
      ArrayNode list = labels.putArray(task);
      spans
          .spans()
          .forEach(
              span ->
                  list.addObject()
                      .put("start", span.start())
                      .put("end", span.end())
                      .put("label", span.label()));
    } else {
      labels.put(task, ((LabelValue.Score) value).value());
    }
  }
}
