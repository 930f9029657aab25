package io.trunkline.cli.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedbackLineTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final FeedbackLine format = new FeedbackLine("ann", NOW);

  @Test
  void aLineThatSaysLittleGetsTheDefaults() {
    assertThat(parse("{\"event\": \"q1\", \"task\": \"intent\", \"label\": \"fact\"}"))
        .isEqualTo(
            new Feedback(
                "q1", "intent", new OneLabel("fact", null), "ann", NOW, null, Map.of(), false));
  }

  @Test
  void aLineMaySayItAll() {
    Feedback feedback =
        parse(
            """
            {"event": "q1", "task": "topics", "labels": ["exam", "room"], "source": "bob",
             "text": "Where is the exam?", "attributes": {"course": "c1"}, "solicited": true,
             "at": "2026-01-01T00:00:00Z"}
            """);

    assertThat(feedback)
        .isEqualTo(
            new Feedback(
                "q1",
                "topics",
                new SeveralLabels(List.of(new OneLabel("exam", null), new OneLabel("room", null))),
                "bob",
                Instant.parse("2026-01-01T00:00:00Z"),
                "Where is the exam?",
                Map.of("course", "c1"),
                true));
  }

  @Test
  void spansAndScoresAreValuesToo() {
    assertThat(
            value(
                "\"spans\": [{\"start\": 5, \"end\": 7, \"label\": \"b\"},"
                    + " {\"start\": 0, \"end\": 2, \"label\": \"a\"}]"))
        .as("by ascending start")
        .isEqualTo(
            new Spans(
                List.of(new LabelledSpan(0, 2, "a", null), new LabelledSpan(5, 7, "b", null))));
    assertThat(value("\"score\": 2.5")).isEqualTo(new Score(2.5));
    assertThat(value("\"labels\": []")).isEqualTo(new SeveralLabels(List.of()));
    assertThat(value("\"spans\": []")).isEqualTo(new Spans(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1]                                           | expected a JSON object with "event", "task" and "label"
          {"event": "q"                                 | malformed JSON at column
          {"task": "t", "label": "a"}                   | "event" is missing, expected a string that is not blank
          {"event": " ", "task": "t", "label": "a"}     | "event" is " ", expected a string that is not blank
          {"event": "q", "label": "a"}                  | "task" is missing, expected a string that is not blank
          {"event": "q", "task": "t"}                   | there is no value, expected one of "label", "labels", "spans" and "score"
          {"event": "q", "task": "t", "label": "a", "score": 1} | there are "label" and "score", expected one of
          {"event": "q", "task": "t", "label": 1}       | "label" is 1, expected a string
          {"event": "q", "task": "t", "label": ""}      | the label is '', expected 1 to 200 characters
          {"event": "q", "task": "t", "labels": ["a", "a"]} | the labels are [a, a], expected each once
          {"event": "q", "task": "t", "score": "1"}     | "score" is "1", expected a number
          {"event": "q", "task": "t", "spans": [{"start": 2, "end": 2, "label": "a"}]} | a span goes from 2 to 2
          {"event": "q", "task": "t", "text": "abc", "spans": [{"start": 0, "end": 4, "label": "a"}]} | a span ends at 4, expected it within the text's 3 code points
          {"event": "q", "task": "t", "label": "a", "at": "noon"} | "at" is "noon", expected an instant such as
          {"event": "q", "task": "t", "label": "a", "solicited": "yes"} | "solicited" is "yes", expected true or false
          {"event": "q", "task": "t", "label": "a", "attributes": {"x": 1}} | "attributes" is 1, expected a string
          {"event": "q", "task": "t", "label": "a", "txt": "abc"} | "txt" is "abc", expected no field of this name
          {"event": "q", "task": "t", "label": "\\ud800"} | "label" has half a surrogate pair
          """)
  void whatIsWrongIsOneLineThatNamesItsPlace(String line, String problem) {
    assertThatThrownBy(() -> format.parse(line, "standard input:7"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("standard input:7: " + problem)
        .hasMessageNotContaining("\n");
  }

  @Test
  void spansMayNotOverlap() {
    String spans =
        "\"spans\": [{\"start\": 0, \"end\": 3, \"label\": \"a\"},"
            + " {\"start\": 2, \"end\": 4, \"label\": \"b\"}]";

    assertThatThrownBy(() -> value(spans))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the spans overlap at 2");
  }

  private Object value(String field) {
    return parse("{\"event\": \"q1\", \"task\": \"t\", " + field + "}").getValue();
  }

  private Feedback parse(String line) {
    return format.parse(line, "standard input:1");
  }
}
