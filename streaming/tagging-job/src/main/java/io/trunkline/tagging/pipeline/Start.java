package io.trunkline.tagging.pipeline;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where reading begins when there is no checkpoint or savepoint to go on from.
 *
 * @param position which end of the topic, or a place in it
 * @param instant for {@link Position#INSTANT} the first record timestamp that is read; null
 *     otherwise
 */
public record Start(Position position, @Nullable Instant instant) {
  /** A place to begin. */
  public enum Position {
    /** Where the consumer group left off; at the earliest record where it has not read yet. */
    COMMITTED,
    /** With the oldest record. */
    EARLIEST,
    /** With the next record to arrive. */
    LATEST,
    /** With the first record whose Kafka timestamp is not before an instant. */
    INSTANT
  }

  static final Start COMMITTED = new Start(Position.COMMITTED, null);

  static final Scalar<Start> SCALAR =
      new Scalar<>(
          "committed, earliest, latest or an instant such as 2026-01-31T00:00:00Z", Start::parse);

  private static Optional<Start> parse(String text) {
    return switch (text) {
      case "committed" -> Optional.of(COMMITTED);
      case "earliest" -> Optional.of(new Start(Position.EARLIEST, null));
      case "latest" -> Optional.of(new Start(Position.LATEST, null));
      default -> at(text);
    };
  }

  private static Optional<Start> at(String text) {
    try {
      return Optional.of(new Start(Position.INSTANT, Instant.parse(text)));
    } catch (DateTimeParseException notAnInstant) {
      return Optional.empty();
    }
  }
}
