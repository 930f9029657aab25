package io.trunkline.tagging.format;

import io.trunkline.model.ScoredLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label as read back from its topic.
 *
 * @param eventId the question's id
 * @param task the task's name
 * @param label the best label
 * @param score its probability; null where the record does not say
 * @param alternatives the labels that came next, best first; empty where the record names none
 * @param generation the generation of the model that made it; null where the record does not say
 * @param producedAt when it was made, in milliseconds since the epoch
 */
public record DecodedLabel(
    String eventId,
    String task,
    String label,
    @Nullable Double score,
    List<ScoredLabel> alternatives,
    @Nullable Long generation,
    long producedAt) {
  public DecodedLabel {
    alternatives = List.copyOf(alternatives);
  }
}
