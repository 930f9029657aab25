package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.model.Model;
import io.trunkline.model.archive.DirectoryModelStore;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.learning.RoundArchive;
import io.trunkline.model.learning.RoundTrainer;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.tagging.RoundFault.Point;
import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.LabelRecord;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job fails at a point of a round: the round's model is announced as if nothing had been. */
@ExtendWith(KafkaExtension.class)
@Timeout(300)
final class KillLearnerITCase {
  private static final int EVENTS = 12;
  private static final int CORRECTIONS = EVENTS * TinyModels.TASKS.size();

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void theSameModelIsAnnouncedOnce(Point point, KafkaTopics topics) throws Exception {
    Scenario scenario =
        Scenario.create(
            topics,
            "kill-" + point.ordinal(),
            directory,
            """
            learning:
              enabled: true
              gate: {enabled: false}
              rounds: {examples: %1$d, minExamples: %1$d}
            """
                .formatted(CORRECTIONS));
    String parent = scenario.models().publish(TinyModels.of(1)).digest();
    Fault fault = new Fault();
    RoundFault rounds = new RoundFault(point);
    List<LabelRecord> labels;
    try (RunningJob job = RunningJob.start(scenario, fault, rounds::in)) {
      job.awaitFirstCheckpoint();
      reach(point, scenario, rounds);
      fault.strike();
      scenario.ask(Events.range(0, 1));
      await("failure").atMost(Scenario.PATIENCE).until(fault::hasStruck);
      scenario.learning().correct(EVENTS / 2, point == Point.BEFORE_PLAN ? EVENTS : EVENTS / 2);

      scenario.learning().awaitDecisions(1);
      await("another version")
          .atMost(Scenario.PATIENCE)
          .until(() -> scenario.models().announcements().size() > 1);
      labels = awaitLabelsOfTheNewVersion(scenario);
      job.stopWithSavepoint();
    }

    assertThat(scenario.learning().rounds())
        .singleElement()
        .satisfies(round -> assertThat(round.getCorrections()).isEqualTo(CORRECTIONS));
    Round round = scenario.learning().rounds().get(0);
    String made = run(round, parent, scenario);
    assertThat(scenario.models().announcements())
        .extracting(ModelAnnouncement::getDigest)
        .containsExactly(parent, made);
    assertThat(labels).extracting(label -> label.model().digest()).containsOnly(made);
    assertThat(scenario.learning().decisions())
        .extracting(ModelDecision::getVerdict)
        .containsExactly(Verdict.ACCEPTED);
    assertThat(scenario.deadLetters()).isEmpty();
  }

  private static void reach(Point point, Scenario scenario, RoundFault rounds) throws Exception {
    scenario.learning().correct(0, point == Point.BEFORE_PLAN ? EVENTS / 2 : EVENTS);
    switch (point) {
      case BEFORE_PLAN -> {}
      case AFTER_PLAN, MID_TRAINING, AFTER_ARCHIVE -> rounds.awaitHeld();
      case AFTER_ANNOUNCEMENT ->
          await("an announcement, whether committed or not")
              .atMost(Scenario.PATIENCE)
              .until(
                  () ->
                      scenario
                              .topics()
                              .read(
                                  scenario.pipeline().models().topic(), Isolation.READ_UNCOMMITTED)
                              .size()
                          > 1);
    }
  }

  private static List<LabelRecord> awaitLabelsOfTheNewVersion(Scenario scenario) throws Exception {
    for (int from = 100; true; from += 10) {
      List<LabelRecord> labels = scenario.tag(from, from + 10);
      if (labels.stream().allMatch(label -> label.generation() > 0)) {
        return labels;
      }
    }
  }

  /** The model that the round makes by itself, from nothing but what is in the store. */
  private String run(Round record, String parent, Scenario scenario) throws Exception {
    Path store = Path.of(scenario.pipeline().models().store());
    var round =
        RoundArchive.load(new DirectoryModelStore(store.resolve("rounds")), record.getDigest());
    assertThat(round.parent()).isEqualTo(parent);
    Model model =
        RoundTrainer.run(
            ModelArchive.load(new DirectoryModelStore(store), parent),
            round,
            record.getDigest(),
            () -> {});
    return ModelArchive.write(model, directory.resolve("rebuilt"));
  }
}
