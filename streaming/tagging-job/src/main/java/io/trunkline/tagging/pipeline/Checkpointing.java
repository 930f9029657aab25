package io.trunkline.tagging.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often progress is made durable.
 *
 * @param interval time from one checkpoint to the next; with exactly-once also how long labels wait
 *     until consumers see them
 * @param timeout how long a checkpoint may take
 * @param directory where checkpoints are kept, absolute, on any file system Flink knows; null: as
 *     the cluster is configured
 */
public record Checkpointing(Duration interval, Duration timeout, @Nullable URI directory) {
  static Checkpointing read(Section section, Path base) {
    Scalar<URI> somewhere = Directories.from(base);
    Scalar<Optional<URI>> directory =
        new Scalar<>(
            "cluster, " + somewhere.expected(),
            text ->
                text.equals("cluster")
                    ? Optional.of(Optional.empty())
                    : somewhere.parse().apply(text).map(Optional::of));
    return new Checkpointing(
        section.get(
            "interval",
            Duration.ofSeconds(1),
            Scalar.duration(Duration.ofMillis(10), Duration.ofDays(1))),
        section.get(
            "timeout",
            Duration.ofMinutes(1),
            Scalar.duration(Duration.ofSeconds(1), Duration.ofDays(1))),
        section.get("directory", Optional.<URI>empty(), directory).orElse(null));
  }
}
