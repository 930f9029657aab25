package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.ScoredLabel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static final long MILLISECOND = 1_000_000;

  @Test
  void theObjectHasTheShapeThatHelpPromises() throws Exception {
    Scoreboard board = new Scoreboard(List.of("intent", "subject"));
    Example known = new Example("", "?", Map.of("intent", new LabelValue.One("fact")));
    board.asked(new Asked("1", known, MILLISECOND));
    board.asked(new Asked("2", known, MILLISECOND));
    board.asked(new Asked("3", known, MILLISECOND));
    for (String id : List.of("1", "2")) {
      board.labelled(id, "intent", new ScoredLabel("fact", 1), 501 * MILLISECOND);
      board.labelled(id, "subject", new ScoredLabel("history", 1), 501 * MILLISECOND);
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
}
