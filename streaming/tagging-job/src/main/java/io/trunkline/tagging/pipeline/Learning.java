package io.trunkline.tagging.pipeline;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the model learns from feedback while it serves.
 *
 * @param enabled whether it does; the topics below are needed only then
 * @param feedbackTopic where people's corrections come from
 * @param examplesTopic where corrections come back joined to their texts
 * @param roundsTopic where planned rounds are recorded
 * @param decisionsTopic where it is recorded what became of candidates and proposals, and why
 * @param proposalsTopic where people propose models; one partition
 * @param qualityTopic where the quality of what serves is recorded
 * @param driftTopic where changes of it are
 * @param trustedSources whose corrections may be held out to compare models on
 * @param holdOut share of all texts that are never learnt from, in [0, 1)
 * @param seed of every random choice of a round; each round adds its number
 * @param timeToLive how long an event waits for feedback, and early feedback for its event
 * @param rounds when a round is planned and how it is run
 * @param gate what a candidate must hold against
 * @param probation when a version that serves is taken back
 */
public record Learning(
    boolean enabled,
    String feedbackTopic,
    String examplesTopic,
    String roundsTopic,
    String decisionsTopic,
    String proposalsTopic,
    String qualityTopic,
    String driftTopic,
    Set<String> trustedSources,
    double holdOut,
    int seed,
    Duration timeToLive,
    Rounds rounds,
    Gate gate,
    Probation probation)
    implements Serializable {

  public Learning {
    trustedSources = Set.copyOf(trustedSources);
  }

  /**
   * When a round is planned and how it is run.
   *
   * @param examples new corrections that make a round
   * @param minExamples as few will do once the oldest has waited for {@code maxWait}, or quality
   *     has drifted
   * @param maxWait how long the oldest waits at the most for others
   * @param attempts how often a correction counts as new, where candidates are rejected
   * @param processorShare how much of one processor core a round may take, in (0, 1]
   * @param freshShare share of each batch that is fresh, in (0, 1]; the rest is replayed
   */
  public record Rounds(
      int examples,
      int minExamples,
      Duration maxWait,
      int attempts,
      double processorShare,
      double freshShare)
      implements Serializable {
    static Rounds read(Section section) {
      Rounds rounds =
          new Rounds(
              section.get("examples", 1000, Scalar.integer(1, 1_000_000)),
              section.get("minExamples", 100, Scalar.integer(1, 1_000_000)),
              section.get("maxWait", Duration.ofMinutes(10), SOME_TIME),
              section.get("attempts", 2, Scalar.integer(1, 100)),
              section.get("processorShare", 1.0, Scalar.fraction(0.01, 1)),
              section.get("freshShare", 0.3, Scalar.fraction(0.01, 1)));
      if (rounds.minExamples > rounds.examples) {
        throw section.invalid(
            "minExamples", rounds.minExamples + " is above examples, expected at most that");
      }
      return rounds;
    }
  }

  /**
   * What a candidate must hold against.
   *
   * @param enabled false: every candidate is announced; to see what the gate is good for
   * @param margin how much worse it may be on any task, as a fraction of 1
   * @param confidence how sure that must be, one-sided
   * @param minLabelExamples held-out texts that a label needs to be compared by itself
   */
  public record Gate(boolean enabled, double margin, double confidence, int minLabelExamples)
      implements Serializable {
    static Gate read(Section section) {
      return new Gate(
          section.get("enabled", true, Scalar.truth()),
          section.get("margin", 0.02, Scalar.fraction(0.0001, 0.9999)),
          section.get("confidence", 0.95, Scalar.fraction(0.51, 0.9999)),
          section.get("minLabelExamples", 30, Scalar.integer(2, 1_000_000)));
    }
  }

  /**
   * When a version that serves is taken back.
   *
   * @param duration how long it and the one before it are compared by the corrections that come
   * @param coolDown how long nothing is planned or taken back after that
   * @param maxRollbacks how many in a row, before only people decide
   */
  public record Probation(Duration duration, Duration coolDown, int maxRollbacks)
      implements Serializable {
    static Probation read(Section section) {
      return new Probation(
          section.get("duration", Duration.ofHours(1), SOME_TIME),
          section.get("coolDown", Duration.ofMinutes(10), SOME_TIME),
          section.get("maxRollbacks", 3, Scalar.integer(0, 1000)));
    }
  }

  private static final Scalar<Duration> SOME_TIME =
      Scalar.duration(Duration.ofSeconds(1), Duration.ofDays(365));

  static Learning read(Section section) {
    return new Learning(
        section.get("enabled", false, Scalar.truth()),
        section.get("feedbackTopic", "feedback", Topics.NAME),
        section.get("examplesTopic", "labelled-examples", Topics.NAME),
        section.get("roundsTopic", "rounds", Topics.NAME),
        section.get("decisionsTopic", "model-decisions", Topics.NAME),
        section.get("proposalsTopic", "proposals", Topics.NAME),
        section.get("qualityTopic", "task-quality", Topics.NAME),
        section.get("driftTopic", "drift", Topics.NAME),
        Set.copyOf(section.list("trustedSources", Scalar.text("the name of a source"))),
        section.get("holdOut", 0.1, Scalar.fraction(0, 0.9)),
        section.get("seed", 1, Scalar.integer(0, Integer.MAX_VALUE)),
        section.get("timeToLive", Duration.ofDays(7), SOME_TIME),
        section.section("rounds", Rounds::read),
        section.section("gate", Gate::read),
        section.section("probation", Probation::read));
  }

  /** Its topics, each under the key that names it. */
  List<Use> topics() {
    return List.of(
        new Use("learning.feedbackTopic", feedbackTopic),
        new Use("learning.examplesTopic", examplesTopic),
        new Use("learning.roundsTopic", roundsTopic),
        new Use("learning.decisionsTopic", decisionsTopic),
        new Use("learning.proposalsTopic", proposalsTopic),
        new Use("learning.qualityTopic", qualityTopic),
        new Use("learning.driftTopic", driftTopic));
  }

  /** A topic and the key that names it. */
  record Use(String key, String topic) {}
}
