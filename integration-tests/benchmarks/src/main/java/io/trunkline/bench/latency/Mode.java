package io.trunkline.bench.latency;

import java.time.Duration;

/**
 * How a pipeline promises to deliver.
 *
 * @param name what it is called in results
 * @param guarantee as a pipeline's file has it
 * @param interval between checkpoints
 */
record Mode(String name, String guarantee, Duration interval) {
  static Mode exactlyOnce(Duration interval) {
    return new Mode("exactly-once-" + interval.toMillis() + "ms", "exactly-once", interval);
  }

  static Mode atLeastOnce() {
    return new Mode("at-least-once", "at-least-once", Duration.ofSeconds(1));
  }

  /** Lines of a pipeline's file. */
  String settings() {
    return """
    guarantee: %s
    checkpointing: {interval: %dms}
    batching: {maxDelay: 5ms}
    """
        .formatted(guarantee, interval.toMillis());
  }
}
