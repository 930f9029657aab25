package io.trunkline.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The application's graph against a golden file. Names are in people's changelogs and dashboards:
 * change the file on purpose only.
 */
final class FeedbackTopologyTest {
  @Test
  void isTheGoldenOne() throws IOException {
    FeedbackSettings settings =
        Harness.settings(
            Path.of("state"), JoinSettings.of(Harness.TIME_TO_LIVE), QualitySettings.of(1000));

    assertThat(FeedbackTopology.of(settings, Harness.decoders()).describe().toString().strip())
        .isEqualTo(golden().strip());
  }

  private static String golden() throws IOException {
    try (InputStream in = FeedbackTopologyTest.class.getResourceAsStream("topology.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
