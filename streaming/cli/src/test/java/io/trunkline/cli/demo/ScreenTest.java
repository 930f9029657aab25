package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.cli.terminal.Terminal;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private static final ModelVersion VERSION = new ModelVersion("d1gest", 7);
  private static final Answered ANSWERED =
      new Answered(
          "1",
          new Example(
              "",
              "Who wrote\u001b[2J Hamlet?\n",
              Map.of(
                  "intent", new LabelValue.One("fact"),
                  "subject", new LabelValue.One("literature"))),
          new TreeMap<>(
              Map.of(
                  "intent", label("intent", "fact", 0.914),
                  "subject", label("subject", "history", 0.5),
                  "language", label("language", "en", 1))));

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
  void theOrderOfSeveralLabelsDoesNotMatterAndAScoreIsNeitherRightNorWrong() {
    Example example =
        new Example(
            "",
            "?",
            Map.of(
                "length", new LabelValue.Score(3),
                "needs", new LabelValue.Several(List.of("slides", "notes"))));
    Prediction needs =
        new Prediction.SeveralLabels(
            "needs",
            List.of(new ScoredLabel("notes", 0.75), new ScoredLabel("slides", 0.5)),
            List.of(),
            true);
    Prediction length = new Prediction.Score("length", 2.5, false);

    screen(false, true)
        .answered(
            new Answered("1", example, new TreeMap<>(Map.of("needs", needs, "length", length))));

    assertThat(out.toString().lines().skip(1))
        .containsExactly("    length 2.50   needs ?notes 0.75, slides 0.50 ✓");
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
    board.labelled("1", label("intent", "fact", 1), VERSION, 250_000_001);
    board.labelled("1", label("language", "en", 1), VERSION, 500_000_001);

    assertThat(Screen.summary(board))
        .isEqualTo("1 questions · 2.0/s · intent 100.0 % · latency p50 250 ms, p99 500 ms");
  }

  private Screen screen(boolean colours, boolean questions) {
    return new Screen(new Terminal(new PrintWriter(out), colours, false), questions);
  }

  private static Prediction label(String task, String label, double score) {
    return new Prediction.OneLabel(task, List.of(new ScoredLabel(label, score)), false);
  }
}
