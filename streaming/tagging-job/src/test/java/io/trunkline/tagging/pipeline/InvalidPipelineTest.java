package io.trunkline.tagging.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InvalidPipelineTest {
  private static final String KAFKA = "kafka: {bootstrap.servers: 'localhost:9092'}\n";

  /** Yaml is put behind the kafka section, in line 2 and below; ~ ends a line. */
  @ParameterizedTest(name = "{index}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          nmae: x | 2:1: nmae: unknown key, did you mean name; known: name, kafka, questions, labels, deadLetters, models, learning, batching, guarantee, checkpointing, restart, parallelism
          questions:~  tpoic: x | 3:3: questions.tpoic: unknown key, did you mean topic; known: topic, format, schemas, mapping, start, maxTextBytes, maxIdleness, maxOutOfOrderness
          batching: {colour: red} | 2:12: batching.colour: unknown key; known: maxSize, maxCharacters, maxDelay
          questions: {mapping: {txt: /t}} | 2:23: questions.mapping.txt: unknown key, did you mean text; known: text, id, eventTime, attributes
          name: [a] | 2:7: name: found a list, expected 1 to 200 letters, digits, dots, _ or -
          name: two words | 2:7: name: found 'two words', expected 1 to 200 letters, digits, dots, _ or -
          name: | 2:6: name: found nothing, expected 1 to 200 letters, digits, dots, _ or -
          questions: here | 2:12: questions: found 'here', expected keys with values
          questions: [topic] | 2:12: questions: found a list, expected keys with values
          questions: {topic: {a: b}} | 2:20: questions.topic: found keys with values, expected a topic: 1 to 249 letters, digits, dots, _ or -
          questions: {topic: ..} | 2:20: questions.topic: found '..', expected a topic: 1 to 249 letters, digits, dots, _ or -
          questions: {format: protobuf} | 2:21: questions.format: found 'protobuf', expected one of avro, json, text
          questions: {schemas: [newer.avsc]} | 2:23: questions.schemas[0]: found 'newer.avsc', expected an Avro schema file that a TextEvent can be read from
          questions: {mapping: {text: /t}} | 2:13: questions.mapping: only records of format json have one, expected it left out
          questions: {format: json, mapping: {text: none}} | 2:43: questions.mapping.text: found 'none', expected a JSON pointer such as /question/text
          questions: {format: json, mapping: {id: id}} | 2:41: questions.mapping.id: found 'id', expected a JSON pointer such as /question/text, or none
          questions: {start: yesterday} | 2:20: questions.start: found 'yesterday', expected committed, earliest, latest or an instant such as 2026-01-31T00:00:00Z
          questions: {maxTextBytes: many} | 2:27: questions.maxTextBytes: found 'many', expected a whole number from 1 to 16777216
          questions: {maxTextBytes: 0} | 2:27: questions.maxTextBytes: found '0', expected a whole number from 1 to 16777216
          questions: {maxTextBytes: 99999999999} | 2:27: questions.maxTextBytes: found '99999999999', expected a whole number from 1 to 16777216
          questions: {maxIdleness: 30} | 2:26: questions.maxIdleness: found '30', expected a duration from 1ms to 1d, such as 500ms, 5s, 1m or 2h
          questions: {maxIdleness: 2d} | 2:26: questions.maxIdleness: found '2d', expected a duration from 1ms to 1d, such as 500ms, 5s, 1m or 2h
          batching: {maxDelay: 5 sec} | 2:22: batching.maxDelay: found '5 sec', expected a duration from 1ms to 1m, such as 500ms, 5s, 1m or 2h
          batching: {maxSize: 5000} | 2:21: batching.maxSize: found '5000', expected a whole number from 1 to 4096
          labels: {topic: labels} | 2:10: labels.topic: found 'labels', expected {task} in it once, as in labels.{task}
          labels: {topic: '{task}.{task}'} | 2:10: labels.topic: found '{task}.{task}', expected {task} in it once, as in labels.{task}
          labels: {topic: 'a b {task}'} | 2:10: labels.topic: found 'a b {task}', expected a topic: 1 to 249 letters, digits, dots, _ or -, and {task}
          labels: {tasks: intent} | 2:17: labels.tasks: found 'intent', expected a list
          labels: {tasks: [a, b, a]} | 2:24: labels.tasks[2]: 'a' is listed twice
          labels: {tasks: [a, [b]]} | 2:21: labels.tasks[1]: found a list, expected the name of a task
          labels: {tasks: [what is it]} | 2:10: labels.tasks: found 'what is it', expected a name that fits into a topic: 1 to 249 letters, digits, dots, _ or -
          labels: {format: json, mapping: {score: /label}} | 2:34: labels.mapping.score: '/label' lies at or within label, expected its own place
          labels: {format: json, mapping: {task: /label/of}} | 2:34: labels.mapping.task: '/label/of' lies at or within label, expected its own place
          labels: {format: text, mapping: {score: none}} | 2:24: labels.mapping: only records of format json have one, expected it left out
          deadLetters: {topic: questions} | 2:15: deadLetters.topic: 'questions' is questions.topic already, expected a topic of its own
          models: {statusTopic: models} | 2:10: models.statusTopic: 'models' is models.topic already, expected a topic of its own
          models: {start: latest} | 2:17: models.start: found 'latest', expected newest, or the digest of a model: 64 hexadecimal digits in lower case
          models: {store: ''} | 2:17: models.store: found '', expected a directory, or its URI such as s3://bucket/models
          models: {store: 'file://models'} | 2:17: models.store: found 'file://models', expected a directory, or its URI such as s3://bucket/models
          models: {store: 'mailto:me'} | 2:17: models.store: found 'mailto:me', expected a directory, or its URI such as s3://bucket/models
          guarantee: at-most-once | 2:12: guarantee: found 'at-most-once', expected one of exactly-once, at-least-once
          guarantee: EXACTLY_ONCE | 2:12: guarantee: found 'EXACTLY_ONCE', expected one of exactly-once, at-least-once
          checkpointing: {interval: 10m} | 2:1: checkpointing: interval and timeout together are not below kafka.transaction.timeout.ms (600000), expected less, or records could be lost
          checkpointing: {directory: ''} | 2:28: checkpointing.directory: found '', expected cluster, a directory, or its URI such as s3://bucket/models
          restart: {attempts: forever} | 2:21: restart.attempts: found 'forever', expected unlimited, or a whole number from 1 to 1000000
          restart: {delay: 5s, maxDelay: 1s} | 2:22: restart.maxDelay: below delay, expected at least that
          parallelism: -1 | 2:14: parallelism: found '-1', expected a whole number from 1 to 1024
          parallelism: 2.5 | 2:14: parallelism: found '2.5', expected a whole number from 1 to 1024
          name: a~parallelism: 1~name: b | 4:1: name: given twice, first in line 2
          kafka: {bootstrap.servers: b} | 2:1: kafka: given twice, first in line 1
          ? [a]~: b | 2:3: found a list for a key, expected a name
          name: "unfinished | 3:1: not YAML: found unexpected end of stream
          a: b: c | 2:5: not YAML: mapping values are not allowed here
          --- | 2:1: not YAML: but found another document
          """)
  void isRefusedWithOneLineThatLeadsToIt(String yaml, String problem) {
    String text = KAFKA + yaml.replace("~", "\n") + "\n";

    assertThatThrownBy(() -> Pipeline.parse(text, "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p.yaml:" + problem);
  }

  @ParameterizedTest(name = "{index}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {} | 1:1: kafka.bootstrap.servers: missing, expected host:port of a broker
          kafka: {} | 1:1: kafka.bootstrap.servers: missing, expected host:port of a broker
          kafka: {bootstrap.servers: } | 1:27: kafka.bootstrap.servers: found nothing, expected a text, a number or a boolean
          kafka: {bootstrap: {servers: x}} | 1:20: kafka.bootstrap: found keys with values, expected a text, a number or a boolean
          kafka: {group.id: g} | 1:9: kafka.group.id: set by Trunkline, expected it left out; see name instead
          kafka: {isolation.level: read_uncommitted} | 1:9: kafka.isolation.level: set by Trunkline, expected it left out; see guarantee instead
          kafka: {bootstrap.servers: b, transaction.timeout.ms: 1h} | 1:55: kafka.transaction.timeout.ms: found '1h', expected a whole number from 1 to 2147483647
          kafka: {bootstrap.servers: b, transaction.timeout.ms: 30000} | 1:1: checkpointing: interval and timeout together are not below kafka.transaction.timeout.ms (30000), expected less, or records could be lost
          [] | 1:1: found a list, expected keys with values
          just text | 1:1: found 'just text', expected keys with values
          """)
  void isRefusedForWhatItSaysOfKafka(String yaml, String problem) {
    assertThatThrownBy(() -> Pipeline.parse(yaml, "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p.yaml:" + problem);
  }

  @ParameterizedTest
  @CsvSource({"''", "'\n\n'", "'# nothing but a comment\n'"})
  void anEmptyFileIsRefused(String yaml) {
    assertThatThrownBy(() -> Pipeline.parse(yaml, "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p.yaml: empty, expected at least kafka.bootstrap.servers");
  }

  @Test
  void hostileYamlIsRefusedCheaply() {
    String deep = "a: " + "[".repeat(100_000);
    String aliases = "a: &a [x]\nb: [" + "*a,".repeat(100) + "]\n";
    String large = "# " + "x".repeat(300_000) + "\n" + KAFKA;

    for (String yaml : new String[] {deep, aliases, large}) {
      InvalidInputException error =
          catchThrowableOfType(
              InvalidInputException.class, () -> Pipeline.parse(yaml, "hostile.yaml"));
      assertThat(error.getMessage()).startsWith("hostile.yaml:").contains("not YAML");
      assertThat(error.getMessage().lines()).hasSize(1);
    }
  }

  @Test
  void whatWasFoundIsShownInOneLineOfBoundedLength() {
    String value = "x".repeat(50) + "\\n" + "y".repeat(50_000);

    assertThatThrownBy(() -> Pipeline.parse(KAFKA + "guarantee: \"" + value + "\"", "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "p.yaml:2:12: guarantee: found '%s %s...', expected one of exactly-once, at-least-once"
                .formatted("x".repeat(50), "y".repeat(26)));
    assertThatThrownBy(() -> Pipeline.parse(KAFKA + "\"a\\nb\": c", "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("p.yaml:2:1: a b: unknown key; known: name,");
  }

  @Test
  void tagsBuildNothing() {
    assertThatThrownBy(
            () -> Pipeline.parse("kafka: !!javax.script.ScriptEngineManager [x]", "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("p.yaml:1:8: not YAML: Global tag is not allowed");
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("none.yaml");

    assertThatThrownBy(() -> Pipeline.load(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": no such file");
  }

  @Test
  void aFileThatIsNotTextIsRefused(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("latin1.yaml");
    Files.write(file, "name: \u00e4".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Pipeline.load(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": not UTF-8, expected a text file");
  }

  @Test
  void anOversizedFileIsNotRead(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("large.yaml");
    Files.writeString(file, KAFKA + "#".repeat(256 * 1024));

    assertThatThrownBy(() -> Pipeline.load(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": larger than 262144 bytes, expected a pipeline description");
  }
}
