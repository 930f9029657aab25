package io.trunkline.feedback.intake;

import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.wire.OneLine;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of feedback that cannot be used. */
public final class DeadLetters {

  private final int maxBytes;

  /**
   * @param maxBytes what is kept of a record's value, and a quarter of it of its key
   */
  public DeadLetters(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * A dead letter.
   *
   * @param origin the record as it was read
   * @param stage where it failed: decode, validate or join
   * @param error class name of the error
   * @param message what was wrong and what was expected
   */
  public DeadLetter of(
      FeedbackRecord origin, String stage, Class<?> error, String message, Instant failedAt) {
    ByteBuffer key = cut(origin.getKey(), maxBytes / 4);
    ByteBuffer value = cut(origin.getValue(), maxBytes);
    return new DeadLetter(
        origin.getTopic(),
        origin.getPartition(),
        origin.getOffset(),
        key,
        value,
        origin.getValue() == null ? -1 : origin.getValue().remaining(),
        size(key) < size(origin.getKey()) || size(value) < size(origin.getValue()),
        stage,
        error.getName(),
        OneLine.of(message),
        failedAt);
  }

  /** A dead letter of feedback that breaks a rule. */
  public DeadLetter unusable(
      FeedbackRecord origin, String stage, String message, Instant failedAt) {
    return of(origin, stage, InvalidFeedbackException.class, message, failedAt);
  }

  /** The key of a dead letter: topic, partition and offset of the original, joined by hyphens. */
  public static String key(DeadLetter letter) {
    return letter.getTopic() + "-" + letter.getPartition() + "-" + letter.getOffset();
  }

  private static @Nullable ByteBuffer cut(@Nullable ByteBuffer bytes, int length) {
    return bytes == null ? null : bytes.slice(0, Math.min(length, bytes.remaining()));
  }

  private static int size(@Nullable ByteBuffer bytes) {
    return bytes == null ? 0 : bytes.remaining();
  }
}
