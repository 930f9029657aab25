package io.trunkline.cli.bench.learning;

/**
 * How a lab's pipeline learns.
 *
 * @param parallelism subtasks that tag
 * @param learns whether it does
 * @param examples new corrections that make a round
 * @param minExamples as few will do after {@code maxWaitSeconds}
 * @param maxWaitSeconds how long the oldest waits
 * @param freshShare share of each batch that is fresh; 1: nothing is replayed
 * @param gate whether candidates are gated
 */
record LabSettings(
    int parallelism,
    boolean learns,
    int examples,
    int minExamples,
    int maxWaitSeconds,
    double freshShare,
    boolean gate) {

  /** Rounds of so many corrections, gated and with replay; what is left over makes a last round. */
  static LabSettings rounds(int examples) {
    return new LabSettings(1, true, examples, 10, 20, 0.3, true);
  }

  LabSettings withoutReplay() {
    return new LabSettings(parallelism, learns, examples, minExamples, maxWaitSeconds, 1, gate);
  }

  LabSettings withoutGate() {
    return new LabSettings(
        parallelism, learns, examples, minExamples, maxWaitSeconds, freshShare, false);
  }

  /** Tags and learns nothing; labels are visible as soon as they are made. */
  static LabSettings tagging(int parallelism) {
    return new LabSettings(parallelism, false, 1, 1, 1, 1, true);
  }

  /** The pipeline's description. */
  String yaml(String servers) {
    return """
    name: lab
    kafka: {bootstrap.servers: "%s"}
    models: {store: models, retryInterval: 1s}
    guarantee: %s
    checkpointing: {interval: 500ms}
    parallelism: %d
    learning:
      enabled: %s
      trustedSources: [teacher]
      rounds: {examples: %d, minExamples: %d, maxWait: %ds, freshShare: %s}
      gate: {enabled: %s}
      probation: {duration: 1m, coolDown: 1s}
    """
        .formatted(
            servers,
            learns ? "exactly-once" : "at-least-once",
            parallelism,
            learns,
            examples,
            minExamples,
            maxWaitSeconds,
            Double.toString(freshShare),
            gate);
  }
}
