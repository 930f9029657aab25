package io.trunkline.tagging.pipeline;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens when the job fails.
 *
 * @param strategy how it is restarted
 * @param attempts how often in a row; {@link #UNLIMITED} for no end
 * @param delay the wait before each restart; before the first one where waits grow
 * @param maxDelay the longest wait where waits grow
 */
public record Restart(Strategy strategy, int attempts, Duration delay, Duration maxDelay) {
  /** It is restarted however often it fails. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** How a failed job is restarted. */
  public enum Strategy {
    /** After waits that double. */
    EXPONENTIAL_DELAY,
    /** After equal waits. */
    FIXED_DELAY,
    /** Not at all: the first failure ends it. */
    NONE
  }

  private static final Scalar<Integer> COUNT = Scalar.integer(1, 1_000_000);

  private static final Scalar<Integer> ATTEMPTS =
      new Scalar<>(
          "unlimited, or " + COUNT.expected(),
          text -> text.equals("unlimited") ? Optional.of(UNLIMITED) : COUNT.parse().apply(text));

  static Restart read(Section section) {
    Scalar<Duration> wait = Scalar.duration(Duration.ofMillis(1), Duration.ofDays(1));
    Duration delay = section.get("delay", Duration.ofSeconds(1), wait);
    Restart restart =
        new Restart(
            section.get("strategy", Strategy.EXPONENTIAL_DELAY, Scalar.oneOf(Strategy.class)),
            section.get("attempts", UNLIMITED, ATTEMPTS),
            delay,
            section.get("maxDelay", max(delay, Duration.ofMinutes(1)), wait));
    if (restart.maxDelay.compareTo(delay) < 0) {
      throw section.invalid("maxDelay", "below delay, expected at least that");
    }
    return restart;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
