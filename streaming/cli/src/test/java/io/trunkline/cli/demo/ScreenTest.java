package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.cli.terminal.Terminal;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.ScoredLabel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private static final Answered ANSWERED =
      new Answered(
          new Example(
              "",
              "Who wrote\u001b[2J Hamlet?\n",
              Map.of(
                  "intent", new LabelValue.One("fact"),
                  "subject", new LabelValue.One("literature"))),
          new TreeMap<>(
              Map.of(
                  "intent", new ScoredLabel("fact", 0.914),
                  "subject", new ScoredLabel("history", 0.5),
                  "language", new ScoredLabel("en", 1))));

  private final StringWriter out = new StringWriter();

  @Test
  void aQuestionIsShownWithItsLabelsAndWhatWouldBeRight() {
    screen(false, true).answered(ANSWERED);

    assertThat(out.toString().lines())
        .containsExactly(
            "Who wrote [2J Hamlet? ",
            "    intent fact 0.91 ✓   language en 1.00   subject history 0.50 ✗ literature");
  }

  @Test
  void coloursTellRightFromWrong() {
    screen(true, true).answered(ANSWERED);

    assertThat(out.toString())
        .contains("\u001b[32mfact 0.91 ✓\u001b[0m")
        .contains("\u001b[31mhistory 0.50 ✗ literature\u001b[0m");
  }

  @Test
  void questionsAreLeftOutWhereOnlyFiguresAreWanted() {
    screen(false, false).answered(ANSWERED);

    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theSummaryHasRateAccuracyAndLatency() {
    Scoreboard board = new Scoreboard(List.of("intent", "language"));
    board.asked(new Asked("1", ANSWERED.example(), 1));
    board.labelled("1", "intent", new ScoredLabel("fact", 1), 250_000_001);
    board.labelled("1", "language", new ScoredLabel("en", 1), 500_000_001);

    assertThat(Screen.summary(board))
        .isEqualTo("1 questions · 2.0/s · intent 100.0 % · latency p50 250 ms, p99 500 ms");
  }

  private Screen screen(boolean colours, boolean questions) {
    return new Screen(new Terminal(new PrintWriter(out), colours, false), questions);
  }
}
