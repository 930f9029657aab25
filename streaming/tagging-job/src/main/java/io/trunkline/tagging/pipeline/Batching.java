package io.trunkline.tagging.pipeline;

import java.time.Duration;

/**
 * How questions are gathered for the model.
 *
 * @param maxSize questions that are tagged at once at the most
 * @param maxDelay how long the first of them waits for the others at the most
 */
public record Batching(int maxSize, Duration maxDelay) {
  static Batching read(Section section) {
    return new Batching(
        section.get("maxSize", 64, Scalar.integer(1, 4096)),
        section.get(
            "maxDelay",
            Duration.ofMillis(10),
            Scalar.duration(Duration.ofMillis(1), Duration.ofMinutes(1))));
  }
}
