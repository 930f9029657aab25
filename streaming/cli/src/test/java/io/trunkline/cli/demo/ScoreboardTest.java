package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScoreboardTest {
  private static final ModelVersion VERSION = new ModelVersion("d1gest", 7);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Example QUESTION =
      new Example(
          "help-1",
          "Why does my loop never stop?",
          Map.of(
              "intent", new LabelValue.One("troubleshooting"),
              "subject", new LabelValue.One("programming")));

  private final Scoreboard board = new Scoreboard(List.of("intent", "subject"));

  @Test
  void aQuestionIsAnsweredByItsLastLabel() {
    board.asked(new Asked("1", QUESTION, SECOND));
    Prediction intent = label("intent", "troubleshooting");
    Prediction subject = label("subject", "programming");

    assertThat(board.labelled("1", subject, VERSION, 2 * SECOND)).isEmpty();
    assertThat(board.waiting()).isEqualTo(1);
    assertThat(board.labelled("1", intent, VERSION, 3 * SECOND))
        .hasValueSatisfying(
            answered ->
                assertThat(answered.labels())
                    .containsExactly(Map.entry("intent", intent), Map.entry("subject", subject)));
    assertThat(board.waiting()).isZero();
    assertThat(board.finished()).isEqualTo(1);
  }

  @Test
  void accuracyIsTheShareOfRightLabelsOfThoseThatCanBeJudged() {
    board.asked(new Asked("1", QUESTION, SECOND));
    board.asked(new Asked("2", QUESTION, SECOND));
    board.asked(new Asked("3", new Example("", "No labels", Map.of()), SECOND));
    board.labelled("1", label("intent", "troubleshooting"), VERSION, SECOND);
    board.labelled("2", label("intent", "definition"), VERSION, SECOND);
    board.labelled("3", label("intent", "definition"), VERSION, SECOND);

    TaskScore intent = board.tasks().get("intent");
    assertThat(intent.labels()).isEqualTo(3);
    assertThat(intent.figure()).hasValue(new Figure(Figure.Measure.ACCURACY, 0.5));
    assertThat(board.tasks().get("subject").figure()).isEmpty();
  }

  @Test
  void aSecondLabelIsCountedButNeitherJudgedNorTimed() {
    board.asked(new Asked("1", QUESTION, SECOND));
    board.labelled("1", label("intent", "troubleshooting"), VERSION, 2 * SECOND);
    board.labelled("1", label("intent", "definition"), VERSION, 60 * SECOND);

    assertThat(board.tasks().get("intent").labels()).isEqualTo(2);
    assertThat(board.tasks().get("intent").figure())
        .hasValue(new Figure(Figure.Measure.ACCURACY, 1));
    assertThat(board.unexpected()).isEqualTo(1);
    assertThat(board.latency(100).toMillis()).isEqualTo(1000);
  }

  @Test
  void aLabelNobodyWaitsForIsUnexpected() {
    board.labelled("stranger", label("intent", "definition"), VERSION, SECOND);

    assertThat(board.unexpected()).isEqualTo(1);
    assertThat(board.finished()).isZero();
  }

  @Test
  void aDeadLetterFinishesItsQuestion() {
    board.asked(new Asked("1", QUESTION, SECOND));
    board.deadLetter("1", 2 * SECOND);

    assertThat(board.deadLetters()).isEqualTo(1);
    assertThat(board.finished()).isEqualTo(1);
    assertThat(board.waiting()).isZero();
  }

  @Test
  void rateAndLatencyRunFromTheQuestionToItsLabels() {
    for (int i = 1; i <= 100; i++) {
      String id = Integer.toString(i);
      board.asked(new Asked(id, QUESTION, SECOND));
      long read = SECOND + Duration.ofMillis(10L * i).toNanos();
      board.labelled(id, label("intent", "definition"), VERSION, read);
      board.labelled(id, label("subject", "history"), VERSION, read);
    }

    assertThat(board.eventsPerSecond()).isEqualTo(100, within(1e-9));
    assertThat(board.latency(50).toMillis()).isEqualTo(500);
    assertThat(board.latency(99).toMillis()).isEqualTo(990);
  }

  @Test
  void nothingReadIsNoRate() {
    board.asked(new Asked("1", QUESTION, SECOND));

    assertThat(board.eventsPerSecond()).isZero();
    assertThat(board.latency(99)).isZero();
  }

  private static Prediction label(String task, String label) {
    return new Prediction.OneLabel(task, List.of(new ScoredLabel(label, 1)), false);
  }
}
