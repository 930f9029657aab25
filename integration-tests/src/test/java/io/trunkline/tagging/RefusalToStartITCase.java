package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.Scenario;
import io.trunkline.testing.TinyModels;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong from the outset is said in one line before anything runs. */
@ExtendWith(KafkaExtension.class)
final class RefusalToStartITCase {
  @TempDir Path directory;

  @Test
  void withoutAStartModel(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "no-start-model", directory);

    assertRefused(scenario, "no-start-model.models");
  }

  @Test
  void withoutTheTopicOfATask(KafkaTopics topics) throws Exception {
    Scenario scenario = Scenario.create(topics, "no-topic", directory);
    scenario.models().publish(TinyModels.of(1));
    topics.delete("no-topic.labels.subject");

    assertRefused(scenario, "no-topic.labels.subject");
  }

  @Test
  void withoutABroker(KafkaTopics topics) throws Exception {
    String address = "127.0.0.1:" + closedPort();
    Scenario scenario =
        Scenario.create(
            topics,
            "no-broker",
            directory,
            "kafka: {bootstrap.servers: '%s', default.api.timeout.ms: 1000}".formatted(address));

    assertRefused(scenario, address);
  }

  private static void assertRefused(Scenario scenario, String named) {
    assertThatThrownBy(() -> RunningJob.start(scenario))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(named)
        .message()
        .hasLineCount(1);
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
