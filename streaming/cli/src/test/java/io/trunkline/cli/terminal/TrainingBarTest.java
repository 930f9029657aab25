package io.trunkline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingBarTest {
  private final StringWriter err = new StringWriter();
  private Instant now = Instant.EPOCH;

  @Test
  void outsideATerminalAnEpochIsALineWithRateAndTimeLeft() {
    try (TrainingBar bar = new TrainingBar(new PrintWriter(err), false, () -> now)) {
      for (int batch = 1; batch <= 11; batch++) {
        bar.batchDone(1, 3, batch, 11);
        now = now.plus(Duration.ofSeconds(2));
      }
      bar.epochDone(1, 1.5, Map.of("b", 0.25, "a", 1.0));
    }

    // Ten batches in the 22 s since the first was done leave 22 batches, which take 48.4 s.
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "epoch 1 of 3: loss 1.500, dev a 1.000, b 0.250; 0.5 batches/s, 0:48 left\n");
  }

  @Test
  void aWarningIsALine() {
    try (TrainingBar bar = new TrainingBar(new PrintWriter(err), false, () -> now)) {
      bar.warning("task a has one label only");
    }

    assertThat(err.toString()).isEqualToNormalizingNewlines("warning: task a has one label only\n");
  }
}
