package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static final ModelVersion VERSION = new ModelVersion("d1gest", 7);
  private static final long MILLISECOND = 1_000_000;

  @Test
  void theObjectHasTheShapeThatHelpPromises() throws Exception {
    Scoreboard board = new Scoreboard(List.of("intent", "subject"));
    Example known = new Example("", "?", Map.of("intent", new LabelValue.One("fact")));
    board.asked(new Asked("1", known, MILLISECOND));
    board.asked(new Asked("2", known, MILLISECOND));
    board.asked(new Asked("3", known, MILLISECOND));
    for (String id : List.of("1", "2")) {
      board.labelled(id, label("intent", "fact"), VERSION, 501 * MILLISECOND);
      board.labelled(id, label("subject", "history"), VERSION, 501 * MILLISECOND);
    }
    board.deadLetter("3", 501 * MILLISECOND);

    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(json.writeValueAsString(Report.of(board, "d1gest"))))
        .isEqualTo(
            json.readTree(
                """
                {"events": 3, "labels": {"intent": 2, "subject": 2}, "deadLetters": 1,
                 "accuracy": {"intent": 1.0}, "eventsPerSecond": 6.0,
                 "latencyMs": {"p50": 500, "p99": 500}, "model": "d1gest"}
                """));
  }

  @Test
  void withFeedbackEveryVersionHasItsShare() throws Exception {
    Scoreboard board = new Scoreboard(List.of("intent"));
    Example known = new Example("", "?", Map.of("intent", new LabelValue.One("fact")));
    for (String id : List.of("1", "2", "3")) {
      board.asked(new Asked(id, known, MILLISECOND));
    }
    ModelVersion newer = new ModelVersion("newer", 9);
    board.labelled("1", label("intent", "how"), VERSION, 501 * MILLISECOND);
    board.labelled("2", label("intent", "fact"), VERSION, 501 * MILLISECOND);
    board.labelled("3", label("intent", "fact"), newer, 501 * MILLISECOND);

    ObjectMapper json = new ObjectMapper();
    assertThat(
            json.readTree(json.writeValueAsString(Report.ofVersions(board, "d1gest")))
                .get("versions"))
        .isEqualTo(
            json.readTree(
                """
                [{"generation": 7, "digest": "d1gest", "accuracy": {"intent": 0.5}, "events": 2},
                 {"generation": 9, "digest": "newer", "accuracy": {"intent": 1.0}, "events": 1}]
                """));
  }

  @Test
  void otherKindsHaveMeasuresOfTheirOwn() throws Exception {
    Scoreboard board = new Scoreboard(List.of("needs", "places", "length"));
    Map<String, LabelValue> right =
        Map.of(
            "needs", new LabelValue.Several(List.of("slides", "notes")),
            "places", new LabelValue.Spans(List.of(new LabelValue.Span(0, 4, "city"))),
            "length", new LabelValue.Score(3));
    board.asked(new Asked("1", new Example("", "?", right), MILLISECOND));
    // Of two right and two given labels one is in common.
    board.labelled(
        "1",
        new Prediction.SeveralLabels(
            "needs",
            List.of(new ScoredLabel("notes", 1), new ScoredLabel("date", 1)),
            List.of(),
            false),
        VERSION,
        2 * MILLISECOND);
    // One of two spans is exact.
    board.labelled(
        "1",
        new Prediction.Spans(
            "places",
            List.of(new ScoredSpan(0, 4, "city", 1), new ScoredSpan(5, 9, "city", 1)),
            false),
        VERSION,
        2 * MILLISECOND);
    board.labelled("1", new Prediction.Score("length", 1.5, false), VERSION, 2 * MILLISECOND);

    Report report = Report.of(board, "d1gest");
    assertThat(report.accuracy()).isEmpty();
    assertThat(report.f1()).isEqualTo(Map.of("needs", 0.5, "places", 0.6667));
    assertThat(report.mae()).isEqualTo(Map.of("length", 1.5));
  }

  private static Prediction label(String task, String label) {
    return new Prediction.OneLabel(task, List.of(new ScoredLabel(label, 1)), false);
  }
}
