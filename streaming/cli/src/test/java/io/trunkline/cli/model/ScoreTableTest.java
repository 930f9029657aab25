package io.trunkline.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.TaskKind;
import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.Metrics;
import io.trunkline.model.evaluation.TaskScore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
  private final Metrics mood = Metrics.of(TaskKind.SINGLE_LABEL);
  private final Metrics stars = Metrics.of(TaskKind.SCORE);

  @Test
  void aTaskHasALineAndADashWhereAFigureDoesNotApply() {
    compare();

    assertThat(printed(false))
        .containsExactly(
            "task   kind          n  accuracy  macroF1  microF1  precision  recall     mae     nll"
                + "     ece  coverage",
            "mood   single-label  2    0.5000   0.3333   0.5000     0.2500  0.5000       -  0.6931"
                + "  0.0000    0.5000",
            "stars  score         1         -        -        -          -       -  2.0000       -"
                + "       -         -");
  }

  @Test
  void labelsAndConfusedPairsFollowWhenAskedFor() {
    compare();

    assertThat(printed(true))
        .containsSubsequence(
            "mood  precision  recall      f1  right  given",
            "bad      0.0000  0.0000  0.0000      1      0",
            "good     0.5000  1.0000  0.6667      1      2",
            "",
            "mood: right  given instead  times",
            "bad          good               1");
  }

  @Test
  void namesCannotControlTheTerminal() {
    mood.add(
        new LabelValue.One("\u001b[2Jbad"),
        new Prediction.OneLabel("mood", List.of(new ScoredLabel("x", 1)), false));
    stars.add(new LabelValue.Score(1), new Prediction.Score("stars", 3, false));

    assertThat(printed(true)).noneMatch(line -> line.contains("\u001b"));
  }

  private void compare() {
    for (boolean right : new boolean[] {true, false}) {
      mood.add(
          new LabelValue.One(right ? "good" : "bad"),
          new Prediction.OneLabel(
              "mood", List.of(new ScoredLabel("good", 0.5), new ScoredLabel("bad", 0.5)), right));
    }
    stars.add(new LabelValue.Score(1), new Prediction.Score("stars", 3, false));
  }

  private List<String> printed(boolean classes) {
    Map<String, TaskScore> tasks = new LinkedHashMap<>();
    tasks.put("mood", mood.score());
    tasks.put("stars", stars.score());
    StringWriter out = new StringWriter();
    ScoreTable table = new ScoreTable(new PrintWriter(out, true));
    table.print(new Evaluation(2, tasks));
    if (classes) {
      table.printClasses(new Evaluation(2, tasks));
    }
    return out.toString().lines().toList();
  }
}
