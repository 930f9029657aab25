package io.trunkline.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleReaderTest {
  @TempDir Path directory;

  @Test
  void readsEveryKindOfValue() {
    Example example =
        ExampleReader.parse(
            """
            {"id": "q1", "text": "🙂 in Rome or Bern", "labels": {
              "intent": "travel", "tags": ["city", "food"], "none": [], "mood": -0.5,
              "places": [{"start": 13, "end": 17, "label": "B"}, {"start": 5, "end": 9, "label": "R"}]}}
            """,
            "here");

    assertThat(example)
        .isEqualTo(
            new Example(
                "q1",
                "🙂 in Rome or Bern",
                Map.of(
                    "intent", new LabelValue.One("travel"),
                    "tags", new LabelValue.Several(List.of("city", "food")),
                    "none", new LabelValue.Several(List.of()),
                    "mood", new LabelValue.Score(-0.5),
                    "places",
                        new LabelValue.Spans(
                            List.of(
                                new LabelValue.Span(5, 9, "R"),
                                new LabelValue.Span(13, 17, "B"))))));
  }

  @Test
  void readsAttributes() {
    assertThat(
            ExampleReader.parse(
                    "{\"text\": \"hi\", \"attributes\": {\"course\": \"art\", \"grade\": \"\"}}",
                    "here")
                .attributes())
        .containsOnly(Map.entry("course", "art"), Map.entry("grade", ""));
  }

  @Test
  void aTaskHasOneKindOverAllFiles() throws Exception {
    Path first =
        Files.writeString(
            directory.resolve("first.jsonl"),
            "{\"text\": \"a\", \"labels\": {\"t\": []}}\n"
                + "{\"text\": \"a\", \"labels\": {\"t\": \"x\"}}\n");
    Path second =
        write(
            "{\"text\": \"a\", \"labels\": {\"t\": [{\"start\": 0, \"end\": 1, \"label\": \"x\"}]}}");
    TaskKinds kinds = new TaskKinds();
    ExampleReader.read(first, kinds, line -> {});

    assertThatThrownBy(() -> ExampleReader.read(second, kinds, line -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            second
                + ":1: task t has a spans value, but a single-label value at "
                + first
                + ":2; a task has one kind");
  }

  @Test
  void idAndLabelsMayBeAbsentAndOtherFieldsAreIgnored() {
    assertThat(ExampleReader.parse("{\"text\": \"hi\", \"course\": {\"x\": 1}}", "here"))
        .isEqualTo(new Example("", "hi", Map.of()));
    assertThat(ExampleReader.parse("{\"id\": 7, \"text\": \"hi\"}", "here").id()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\": \"hi\"                      | malformed JSON at column 14: Unexpected end-of-input",
        "{\"text\": \"hi\"} {}                  | malformed JSON at column",
        "{\"text\": \"a\", \"text\": \"b\"}     | malformed JSON at column 21: Duplicate field 'text'",
        "[]                                     | expected a JSON object with \"text\" and \"labels\"",
        "null                                   | expected a JSON object",
        "{\"id\": \"q\"}                        | \"text\" is missing",
        "{\"text\": null}                       | \"text\" is null, expected a string",
        "{\"text\": [\"a\"]}                    | \"text\" is [\"a\"], expected a string",
        "{\"text\": \"\\ud83d\"}                | \"text\" has half a surrogate pair",
        "{\"id\": true, \"text\": \"a\"}        | \"id\" is true, expected a string",
        "{\"text\": \"a\", \"labels\": [1]}     | \"labels\" is [1], expected an object",
        "{\"text\": \"a\", \"labels\": {\"\": 1}}      | \"labels\" has a task without a name",
        "{\"text\": \"a\", \"labels\": {\"t\": null}}  | the value of task t is null, expected a string, a list",
        "{\"text\": \"a\", \"labels\": {\"t\": true}}  | the value of task t is true, expected a string, a list",
        "{\"text\": \"a\", \"labels\": {\"t\": \"\"}}  | the value of task t is \"\", expected a label",
        "{\"text\": \"a\", \"labels\": {\"t\": \"a\\tb\"}}  | a label of task t is 'ab', expected 1 to 200 characters",
        "{\"text\": \"a\", \"labels\": {\"a\\nb\": 1}} | a task's name is 'ab', expected 1 to 200 characters",
        "{\"text\": \"a\", \"labels\": {\"t\": 1e999}} | the value of task t is",
        "{\"text\": \"a\", \"labels\": {\"t\": NaN}} | the value of task t is \"NaN\", expected a finite number",
        "{\"text\": \"a\", \"labels\": {\"t\": -Infinity}} | the value of task t is \"-Infinity\", expected a finite number",
        "{\"text\": \"a\", \"attributes\": 1} | \"attributes\" is 1, expected an object",
        "{\"text\": \"a\", \"attributes\": {\"course\": 1}} | attribute course is 1, expected a string",
        "{\"text\": \"a\", \"labels\": {\"t\": [\"x\", 1]}}     | the value of task t is 1, expected a label",
        "{\"text\": \"a\", \"labels\": {\"t\": [\"x\", \"x\"]}} | the value of task t is [\"x\",\"x\"], expected each label once",
        "{\"text\": \"a\", \"labels\": {\"t\": [1]}}            | the value of task t is 1, expected {\"start\", \"end\", \"label\"}",
        "{\"text\": \"a\", \"labels\": {\"t\": [{\"start\": 0, \"end\": 1}]}} | the value of task t is missing, expected a label",
        "{\"text\": \"🙂\", \"labels\": {\"t\": [{\"start\": 0, \"end\": 2, \"label\": \"x\"}]}} | expected a start below its end, both within the text's 1 code points",
        "{\"text\": \"ab\", \"labels\": {\"t\": [{\"start\": 1, \"end\": 1, \"label\": \"x\"}]}} | expected a start below its end",
        "{\"text\": \"ab\", \"labels\": {\"t\": [{\"start\": -1, \"end\": 1, \"label\": \"x\"}]}} | expected a start below its end",
        "{\"text\": \"ab\", \"labels\": {\"t\": [{\"start\": 0.5, \"end\": 1, \"label\": \"x\"}]}} | with whole numbers",
        "{\"text\": \"abc\", \"labels\": {\"t\": [{\"start\": 1, \"end\": 3, \"label\": \"x\"}, {\"start\": 0, \"end\": 2, \"label\": \"y\"}]}} | expected spans that do not overlap",
      })
  void whatIsWrongIsOneLineThatSaysWhere(String line, String reason) {
    assertThatThrownBy(() -> ExampleReader.parse(line, "train.jsonl:12"))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .startsWith("train.jsonl:12: ")
        .contains(reason)
        .doesNotContain("\n");
  }

  @Test
  void readsAFileInItsOrderWithoutItsBlankLines() throws Exception {
    Path file = write("\uFEFF{\"text\": \"one\"}\r\n\n   \n{\"text\": \"二\"}");

    assertThat(ExampleReader.read(file)).extracting(Example::text).containsExactly("one", "二");
  }

  @Test
  void countsBlankLinesWhenItNamesALine() throws Exception {
    Path file = write("{\"text\": \"one\"}\n\n{\"text\": 2}\n");

    assertRefused(file, file + ":3: \"text\" is 2, expected a string");
  }

  @Test
  void refusesBytesThatAreNotUtf8AndNamesTheLine() throws Exception {
    Path file = directory.resolve("latin1.jsonl");
    Files.write(
        file, "{\"text\": \"one\"}\n{\"text\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(file, file + ":2: the line is not UTF-8");
  }

  @Test
  void refusesALineBeyondTheLimit() throws Exception {
    Path longest = write("{\"text\": \"a\"}" + " ".repeat(LineReader.MAX_BYTES - 13) + "\n");
    assertThat(ExampleReader.read(longest)).hasSize(1);

    Path file = write("{\"text\": \"a\"}\n" + " ".repeat(LineReader.MAX_BYTES + 1));
    assertRefused(file, file + ":2: the line has more than 1048576 bytes");
  }

  @Test
  void leavesBlankTextsOutWithAWarning() throws Exception {
    Path file = write("{\"text\": \"a\"}\n{\"text\": \"\"}\n{\"text\": \" \"}\n");
    List<String> warnings = new ArrayList<>();

    assertThat(ExampleReader.read(file, warnings::add))
        .extracting(Example::text)
        .containsExactly("a");
    assertThat(warnings)
        .containsExactly(file + ":2: examples with a blank text are left out, 2 in this file");
  }

  @Test
  void refusesAFileWithoutExamples() throws Exception {
    Path file = write("\n \n");

    assertRefused(file, file + " has no examples, expected one JSON object a line");
  }

  @Test
  void refusesWhatIsNotAFile() {
    Path none = directory.resolve("none.jsonl");

    assertRefused(none, "there is no data file " + none);
    assertRefused(directory, directory + " is a directory, expected a file of JSON Lines");
  }

  private Path write(String content) throws Exception {
    return Files.writeString(directory.resolve("data.jsonl"), content);
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> ExampleReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }
}
