package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class DemoITCase {
  private static final int EVENTS = 200;

  private final ObjectMapper json = new ObjectMapper();
  @TempDir Path directory;

  @Test
  void everyQuestionIsTaggedOnceForEveryTask() throws IOException {
    CommandLineRun demo = demo();

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out().lines()).hasSize(1);
    JsonNode report = json.readTree(demo.out());
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "events", "labels", "deadLetters", "accuracy", "eventsPerSecond", "latencyMs", "model");
    assertThat(report.get("events").asInt()).isEqualTo(EVENTS);
    assertThat(report.get("labels"))
        .isEqualTo(json.readTree("{\"intent\": %1$d, \"subject\": %1$d}".formatted(EVENTS)));
    assertThat(report.get("deadLetters").asInt()).isZero();
    assertThat(report.get("eventsPerSecond").asDouble()).isPositive();
    assertThat(report.at("/latencyMs/p50").asLong())
        .isPositive()
        .isLessThanOrEqualTo(report.at("/latencyMs/p99").asLong());
    assertThat(report.get("model").asText()).matches("[0-9a-f]{64}");
    // It is asked what it has learnt: labels that came with the wrong question would show.
    assertThat(report.at("/accuracy/intent").asDouble()).isGreaterThan(0.9);
    assertThat(report.at("/accuracy/subject").asDouble()).isGreaterThan(0.9);
  }

  @Test
  void withFeedbackEveryQuestionIsSomeVersions() throws IOException {
    CommandLineRun demo = demo("--feedback", 0.3);

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    JsonNode report = json.readTree(demo.out());
    JsonNode versions = report.get("versions");
    assertThat(versions).isNotEmpty();
    long events = 0;
    for (JsonNode version : versions) {
      events += version.get("events").asLong();
      assertThat(version.get("digest").asText()).matches("[0-9a-f]{64}");
      assertThat(version.get("accuracy").fieldNames())
          .toIterable()
          .containsExactly("intent", "subject");
    }
    assertThat(events).isEqualTo(EVENTS);
    assertThat(versions.get(0).get("digest")).isEqualTo(report.get("model"));
  }

  /** Asks what it has learnt. */
  private CommandLineRun demo(Object... options) throws IOException {
    Path data = directory.resolve("data.jsonl");
    Files.write(data, lines(TinyModels.examples()));
    List<Object> arguments = new ArrayList<>(List.of("demo", "--data", data, "--stream", data));
    arguments.addAll(List.of("--home", directory.resolve("home"), "--events", EVENTS, "--json"));
    arguments.addAll(List.of(options));
    return CommandLineRun.of(arguments.toArray());
  }

  private List<String> lines(List<Example> examples) {
    List<String> lines = new ArrayList<>();
    for (Example example : examples) {
      ObjectNode line = json.createObjectNode().put("text", example.text());
      ObjectNode labels = line.putObject("labels");
      example.labels().forEach((task, value) -> labels.put(task, ((LabelValue.One) value).label()));
      lines.add(line.toString());
    }
    return lines;
  }
}
