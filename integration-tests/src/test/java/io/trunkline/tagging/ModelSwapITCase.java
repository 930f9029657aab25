package io.trunkline.tagging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.model.ModelVersion;
import io.trunkline.testing.Delivery;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.LabelRecord;
import io.trunkline.testing.QuestionFeed;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
final class ModelSwapITCase {
  private static final Set<Integer> SUBTASKS = Set.of(0, 1);

  @TempDir Path directory;

  @Test
  void modelsAreSwappedBetweenBatchesAndReachEverySubtask(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "model-swap", directory);
    List<ModelVersion> versions = new ArrayList<>();
    versions.add(scenario.models().publish(TinyModels.of(1)));
    List<String> asked;
    try (RunningJob job = RunningJob.start(scenario);
        QuestionFeed feed = QuestionFeed.start(scenario, 500)) {
      awaitLabelsFromEverySubtask(scenario, versions.get(0));
      for (long seed = 2; seed <= 4; seed++) {
        ModelVersion version = scenario.models().publish(TinyModels.of(seed));
        versions.add(version);
        awaitLabelsFromEverySubtask(scenario, version);
      }
      asked = feed.stop();
      scenario.awaitLabels(asked);
      job.stopWithSavepoint();
    }

    for (String task : TinyModels.TASKS) {
      assertThat(scenario.delivery(task, asked)).isEqualTo(Delivery.EXACTLY_ONCE);
    }
    List<LabelRecord> labels = allLabels(scenario);
    assertThat(labels)
        .allSatisfy(label -> assertThat(versions).contains(label.model()))
        .allSatisfy(label -> assertThat(label.generation()).isEqualTo(label.model().generation()));
    assertNoBatchIsMixed(labels);
    for (int subtask : SUBTASKS) {
      assertThat(generationsInOrderOfBatches(labels, subtask))
          .isSorted()
          .containsAll(versions.stream().map(ModelVersion::generation).toList());
    }
  }

  private static void assertNoBatchIsMixed(List<LabelRecord> labels) {
    Map<String, Set<ModelVersion>> modelsByBatch =
        labels.stream()
            .collect(
                groupingBy(
                    label -> label.subtask() + "/" + label.batch(),
                    mapping(LabelRecord::model, toSet())));
    assertThat(modelsByBatch)
        .allSatisfy((batch, models) -> assertThat(models).as(batch).hasSize(1));
  }

  private static List<Long> generationsInOrderOfBatches(List<LabelRecord> labels, int subtask) {
    return labels.stream()
        .filter(label -> label.subtask() == subtask)
        .sorted(Comparator.comparingLong(LabelRecord::batch))
        .map(LabelRecord::generation)
        .toList();
  }

  private static void awaitLabelsFromEverySubtask(Scenario scenario, ModelVersion version) {
    await("labels of " + version)
        .atMost(Scenario.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(scenario.labels(TinyModels.TASKS.get(0)))
                    .filteredOn(label -> label.model().equals(version))
                    .extracting(LabelRecord::subtask)
                    .containsAll(SUBTASKS));
  }

  private static List<LabelRecord> allLabels(Scenario scenario) throws Exception {
    List<LabelRecord> labels = new ArrayList<>();
    for (String task : TinyModels.TASKS) {
      labels.addAll(scenario.labels(task));
    }
    return labels;
  }
}
