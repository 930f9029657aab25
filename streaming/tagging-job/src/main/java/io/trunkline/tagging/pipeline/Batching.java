package io.trunkline.tagging.pipeline;

import java.io.Serializable;
import java.time.Duration;

/**
 * How questions are gathered for the model.
 *
 * @param maxSize questions that are tagged at once at the most
 * @param maxCharacters that their texts have together at the most, but for the last one's: long
 *     texts take time and memory by their length, not by their number
 * @param maxDelay how long the first of them waits for the others at the most
 */
public record Batching(int maxSize, int maxCharacters, Duration maxDelay) implements Serializable {
  static Batching read(Section section) {
    return new Batching(
        section.get("maxSize", 64, Scalar.integer(1, 4096)),
        section.get("maxCharacters", 1 << 16, Scalar.integer(1, 1 << 24)),
        section.get(
            "maxDelay",
            Duration.ofMillis(10),
            Scalar.duration(Duration.ofMillis(1), Duration.ofMinutes(1))));
  }
}
