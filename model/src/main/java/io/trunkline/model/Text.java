package io.trunkline.model;

import java.util.Map;

/**
 * What is to be tagged.
 *
 * @param content what was written
 * @param attributes what else is known of it, by name: its source, a course, a grade …; a model
 *     reads those that its {@linkplain ModelSpec.Features features} name
 */
public record Text(String content, Map<String, String> attributes) {
  public Text {
    attributes = Map.copyOf(attributes);
  }

  /** A text of which nothing else is known. */
  public static Text of(String content) {
    return new Text(content, Map.of());
  }
}
