package io.trunkline.cli.demo;

import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a demo keeps in its home directory.
 *
 * @param home created with the first file
 */
record DemoFiles(Path home) {
  /**
   * Labels become visible when a checkpoint completes, so this is most of the demo's latency;
   * shorter ones cost a Kafka transaction a task each time.
   */
  static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(500);

  /** The store of the demo's pipeline. */
  Path store() {
    return home.resolve("models");
  }

  /** Where the model is kept that was trained on data with this key. */
  Path startModel(String key) {
    return home.resolve("start-" + key + ".model");
  }

  /** What the broker, the cluster and the job had to say. */
  Path log() {
    return home.resolve("demo.log");
  }

  /** What the broker stores; gone with the demo. */
  Path records() {
    return home.resolve("kafka");
  }

  /** What the feedback application stores; gone with the demo. */
  Path feedback() {
    return home.resolve("feedback");
  }

  /** Held by the demo that uses this directory. */
  Path lock() {
    return home.resolve("lock");
  }

  /** The description by which other commands attach. */
  Path pipeline() {
    return home.resolve("demo.yaml");
  }

  /**
   * Writes {@link #pipeline()} and reads it back.
   *
   * @param servers the broker, {@code host:port}
   * @param learns whether the model learns from feedback
   */
  Pipeline writePipeline(String servers, boolean learns) throws IOException {
    // JSON, so that any consumer can read along.
    String yaml =
        """
        # Written by 'trunkline demo' for this one run; see deploy/pipelines/example.yaml for every key.
        name: trunkline-demo
        kafka:
          bootstrap.servers: %s
        questions:
          format: json
        labels:
          format: json
        models:
          store: models
        checkpointing:
          interval: %dms
        learning:
          enabled: %s
          trustedSources: [demo]
          # A sample this small can show little; a service would keep the defaults.
          rounds: {examples: 300, minExamples: 60, maxWait: 20s}
          gate: {margin: 0.1, confidence: 0.8}
          probation: {duration: 2m, coolDown: 5s}
        """
            .formatted(servers, CHECKPOINT_INTERVAL.toMillis(), learns);
    Files.createDirectories(home);
    Files.writeString(pipeline(), yaml);
    return Pipeline.load(pipeline());
  }
}
