package io.trunkline.model;

import java.util.Map;

/**
 * A text with the right values of some tasks.
 *
 * @param id names it; may be empty
 * @param text what was written
 * @param labels the right value by task name; a task that is absent is unknown, not negative
 */
public record Example(String id, String text, Map<String, LabelValue> labels) {
  public Example {
    labels = Map.copyOf(labels);
  }
}
