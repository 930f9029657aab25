package io.trunkline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkBarTest {
  private final StringWriter err = new StringWriter();
  private Instant now = Instant.EPOCH;

  @Test
  void outsideATerminalLongWorkIsALineNowAndThen() {
    work(20, Duration.ofSeconds(1));

    assertThat(err.toString()).isEqualToNormalizingNewlines("verifying: 11 of 20 models\n");
  }

  @Test
  void outsideATerminalShortWorkSaysNothing() {
    work(20, Duration.ofMillis(1));

    assertThat(err.toString()).isEmpty();
  }

  private void work(int steps, Duration each) {
    PrintWriter lines = new PrintWriter(err);
    try (WorkBar bar = new WorkBar(lines, false, () -> now, "verifying", "models", steps)) {
      for (int i = 0; i < steps; i++) {
        now = now.plus(each);
        bar.step();
      }
    }
  }
}
