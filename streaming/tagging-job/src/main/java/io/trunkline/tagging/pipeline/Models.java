package io.trunkline.tagging.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Which models serve.
 *
 * @param topic where models are announced; one partition
 * @param statusTopic where the job reports what became of each
 * @param store the directory that holds the archives, absolute, on any file system Flink knows
 * @param start {@link #NEWEST}, or the digest of the model to begin with
 * @param retryInterval how long to wait before a model is tried again that could not be loaded
 */
public record Models(
    String topic, String statusTopic, URI store, String start, Duration retryInterval) {
  /** The start model is the one announced last. */
  public static final String NEWEST = "newest";

  private static final Scalar<String> START =
      Scalar.matching(
          Pattern.compile(NEWEST + "|[0-9a-f]{64}"),
          "newest, or the digest of a model: 64 hexadecimal digits in lower case");

  static Models read(Section section, Path base) {
    return new Models(
        section.get("topic", "models", Topics.NAME),
        section.get("statusTopic", "model-status", Topics.NAME),
        section.get("store", Directories.uri(base.resolve("models")), Directories.from(base)),
        section.get("start", NEWEST, START),
        section.get(
            "retryInterval",
            Duration.ofSeconds(30),
            Scalar.duration(Duration.ofMillis(100), Duration.ofDays(1))));
  }
}
