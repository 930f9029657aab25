package io.trunkline.tagging.format;

import io.trunkline.model.ScoredLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label as read back from its topic; what the record leaves out is null or empty.
 *
 * @param eventId the question's id
 * @param task the task's name
 * @param label the best label
 * @param score its probability
 * @param alternatives the labels that came next, best first
 * @param modelDigest the digest of the model that made it
 * @param generation that model's generation
 */
public record DecodedLabel(
    String eventId,
    String task,
    String label,
    @Nullable Double score,
    List<ScoredLabel> alternatives,
    @Nullable String modelDigest,
    @Nullable Long generation) {
  public DecodedLabel {
    alternatives = List.copyOf(alternatives);
  }
}
