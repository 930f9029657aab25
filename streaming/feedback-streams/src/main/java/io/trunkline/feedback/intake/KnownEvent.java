package io.trunkline.feedback.intake;

import java.util.Map;

/**
 * An event as its question says it.
 *
 * @param id names the event; where the question has none, the one that the tagging job derives
 * @param text what it says
 * @param attributes what else is known of it, by name
 */
public record KnownEvent(String id, String text, Map<String, String> attributes) {
  public KnownEvent {
    attributes = Map.copyOf(attributes);
  }
}
