package io.trunkline.model;

import java.util.Map;

/**
 * A text with the right values of some tasks.
 *
 * @param id names it; may be empty
 * @param text what was written
 * @param attributes what else is known of the text, see {@link Text}
 * @param labels the right value by task name; a task that is absent is unknown, not negative
 */
public record Example(
    String id, String text, Map<String, String> attributes, Map<String, LabelValue> labels) {
  private static final int BEGINNING = 40;

  public Example {
    attributes = Map.copyOf(attributes);
    labels = Map.copyOf(labels);
  }

  /** An example of whose text nothing else is known. */
  public Example(String id, String text, Map<String, LabelValue> labels) {
    this(id, text, Map.of(), labels);
  }

  /** What to call it in errors: its id, or the beginning of its text if it has none. */
  public String name() {
    if (!id.isEmpty()) {
      return id;
    }
    int[] beginning = text.codePoints().limit(BEGINNING + 1L).toArray();
    return beginning.length <= BEGINNING
        ? "'%s'".formatted(text)
        : "'%s…'".formatted(new String(beginning, 0, BEGINNING));
  }

  /** What a model sees of it. */
  public Text input() {
    return new Text(text, attributes);
  }
}
