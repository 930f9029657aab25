package io.trunkline.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;

final class FeedbackSettingsTest {
  private static final FeedbackTopics TOPICS =
      new FeedbackTopics("q", new TreeMap<>(Map.of("t", "l")), "f", "e", "d", "tq", "dr");

  @Test
  void asksForExactlyOnceAndTellsOthersWhereItIsAsked() {
    Properties properties =
        settings(1, Map.of("num.stream.threads", "2")).toProperties(new HostInfo("here", 80));

    assertThat(properties)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("application.id", "app")
        .containsEntry("application.server", "here:80")
        .containsEntry("num.stream.threads", "2");
  }

  @Test
  void refusesWhatWouldUndoItsGuarantee() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(1, Map.of("processing.guarantee", "at_least_once")))
        .withMessageContaining("[processing.guarantee]");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(0, Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> JoinSettings.of(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> QualitySettings.of(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new QualitySettings(1, 1, 1.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeedbackTopics("q", new TreeMap<>(), "f", "e", "d", "tq", "dr"));
  }

  private static FeedbackSettings settings(int partitions, Map<String, String> client) {
    return new FeedbackSettings(
        "app",
        TOPICS,
        partitions,
        JoinSettings.of(Duration.ofHours(1)),
        QualitySettings.of(10),
        Path.of("state"),
        FeedbackSettings.onLoopback(0),
        client);
  }
}
