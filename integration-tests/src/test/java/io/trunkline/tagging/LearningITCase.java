package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.testing.Delivery;
import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.LabelRecord;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The learner beside the tagging operator. */
@ExtendWith(KafkaExtension.class)
@Timeout(300)
final class LearningITCase {
  private static final int EVENTS = 12;
  private static final String LEARNING =
      """
      learning:
        enabled: true
        gate: {enabled: false}
        rounds: {examples: 24, minExamples: 24}
      """;

  @TempDir Path directory;

  @Test
  void tenFailuresInARowDelayNoLabelAndAreReported(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "ten-failures", directory, LEARNING);
    scenario.models().publish(TinyModels.of(1));
    FailingRounds rounds = new FailingRounds();
    List<String> asked = Events.ids(0, 500);
    try (RunningJob job = RunningJob.start(scenario, new Fault(), rounds::in)) {
      scenario.learning().correct(0, EVENTS);
      rounds.awaitLast();
      // The last of the ten goes on until the labels are there.
      scenario.ask(Events.range(0, 500));
      scenario.awaitLabels(asked);
      rounds.failLast();
      scenario.learning().awaitDecisions(11);
      job.stopWithSavepoint();
    }

    assertThat(scenario.learning().decisions())
        .extracting(ModelDecision::getVerdict)
        .startsWith(Verdict.FAILED, Verdict.FAILED)
        .endsWith(Verdict.FAILED, Verdict.REJECTED)
        .hasSize(11);
    for (String task : TinyModels.TASKS) {
      assertThat(scenario.delivery(task, asked)).isEqualTo(Delivery.EXACTLY_ONCE);
    }
    assertThat(scenario.models().announcements()).hasSize(1);
  }

  @Test
  void ofTwoProposalsForOneGenerationOneWins(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "proposals", directory, LEARNING);
    ModelVersion first = scenario.models().publish(TinyModels.of(1));
    String second = scenario.models().store(TinyModels.of(2));
    String third = scenario.models().store(TinyModels.of(3));
    try (RunningJob job = RunningJob.start(scenario)) {
      scenario.learning().propose(second, first.generation(), "one");
      scenario.learning().propose(third, first.generation(), "another");
      scenario.learning().awaitDecisions(2);
      awaitLabelsOf(second, scenario);
      job.stopWithSavepoint();
    }

    assertThat(scenario.learning().decisions())
        .extracting(ModelDecision::getBy, ModelDecision::getVerdict)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("one", Verdict.ACCEPTED),
            org.assertj.core.groups.Tuple.tuple("another", Verdict.REJECTED));
    assertThat(scenario.models().announcements())
        .extracting(ModelAnnouncement::getDigest)
        .containsExactly(first.digest(), second);
  }

  @Test
  void aSavepointOfAJobThatLearntNothingIsRestored(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "learns-later", directory, LEARNING);
    scenario.models().publish(TinyModels.of(1));
    String savepoint;
    try (RunningJob job =
        RunningJob.start(scenario, UnaryOperator.identity(), UnaryOperator.identity())) {
      scenario.tag(0, 10);
      savepoint = job.stopWithSavepoint();
    }
    try (RunningJob job = RunningJob.restore(scenario, savepoint)) {
      scenario.learning().correct(0, EVENTS);
      ModelDecision decision = scenario.learning().awaitDecisions(1).get(0);
      awaitLabelsOf(Optional.ofNullable(decision.getCandidate()).orElseThrow(), scenario);
      job.stopWithSavepoint();
    }
    assertThat(scenario.models().announcements()).hasSize(2);
  }

  private static void awaitLabelsOf(String digest, Scenario scenario) throws Exception {
    int[] from = {1_000};
    await("labels of " + digest)
        .atMost(Scenario.PATIENCE)
        .until(
            () -> {
              from[0] += 10;
              return scenario.tag(from[0], from[0] + 10).stream()
                  .map(LabelRecord::model)
                  .map(ModelVersion::digest)
                  .allMatch(digest::equals);
            });
  }
}
