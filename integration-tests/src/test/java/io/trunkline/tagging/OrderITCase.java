package io.trunkline.tagging;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.testing.Events;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaExtension.class)
final class OrderITCase {
  private static final int EVENTS = 5_000;

  @TempDir Path directory;

  /**
   * Labels go to a partition by their event's id. Those of one input partition that meet in one
   * output partition, and so all of one key, must lie there in the order of the questions.
   */
  @Test
  void labelsKeepTheOrderOfTheirInputPartition(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "order", directory);
    scenario.models().publish(TinyModels.of(1));
    scenario.askInPartition(0, Events.range(0, EVENTS / 2));
    scenario.askInPartition(1, Events.range(EVENTS / 2, EVENTS));
    Map<String, ConsumerRecord<byte[], byte[]>> questions = new HashMap<>();
    for (var question :
        topics.read(scenario.pipeline().questions().topic(), Isolation.READ_COMMITTED)) {
      questions.put(key(question), question);
    }
    try (RunningJob job = RunningJob.start(scenario)) {
      scenario.awaitLabels(questions.keySet());
      job.stopWithSavepoint();
    }

    for (String task : TinyModels.TASKS) {
      Map<String, List<Long>> offsetsByRoute =
          topics.read(scenario.pipeline().labelTopic(task), Isolation.READ_COMMITTED).stream()
              .collect(
                  groupingBy(
                      label -> questions.get(key(label)).partition() + " to " + label.partition(),
                      java.util.stream.Collectors.mapping(
                          label -> questions.get(key(label)).offset(),
                          java.util.stream.Collectors.toList())));
      assertThat(offsetsByRoute)
          .hasSize(4)
          .allSatisfy((route, offsets) -> assertThat(offsets).as(route).isSorted());
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }
}
