package io.trunkline.tagging.format;

import io.trunkline.model.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * A label as read back from its topic; what the record leaves out is null.
 *
 * @param eventId the question's id
 * @param prediction what the model said of it; scores that the record leaves out are {@link
 *     #NO_SCORE}
 * @param outOfScope how unlike the model's training texts it is
 * @param modelDigest the digest of the model
 * @param generation that model's generation
 */
public record DecodedLabel(
    String eventId,
    Prediction prediction,
    @Nullable Double outOfScope,
    @Nullable String modelDigest,
    @Nullable Long generation) {
  /** Stands for a score that is not known. */
  public static final double NO_SCORE = Double.NaN;
}
