package io.trunkline.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DoctorCommandTest {
  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theMachineThatTestsIsFit() {
    assertThat(run("doctor")).as(out.toString()).isZero();
    assertThat(out.toString().lines().map(line -> line.split(" +")[1]))
        .containsExactly("jdk", "nd4j", "threads", "memory", "gpu");
  }

  @Test
  void jsonIsAnObjectALine() throws IOException {
    assertThat(run("doctor", "--json")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(5);
    JsonNode threads = new ObjectMapper().readTree(lines.get(2));
    assertThat(threads.path("check").asText()).isEqualTo("threads");
    assertThat(threads.path("grade").asText()).isEqualTo("OK");
    assertThat(threads.path("finding").asText()).startsWith("OMP_NUM_THREADS is 1");
    assertThat(threads.path("remedy").asText()).isEmpty();
  }

  @Test
  void whoDoesNotAnswerIsAFaultWithARemedy() throws IOException {
    Path pipeline =
        Files.writeString(
            directory.resolve("pipeline.yaml"),
            "kafka: {bootstrap.servers: 'localhost:1', default.api.timeout.ms: 100}\n");

    int exitCode = run("doctor", "--pipeline", pipeline.toString(), "--cluster", "localhost:1");

    assertThat(exitCode).isEqualTo(1);
    assertThat(out.toString().lines().toList().subList(5, 7))
        .satisfiesExactly(
            kafka ->
                assertThat(kafka)
                    .startsWith("FAULT    kafka    ")
                    .contains("no broker answers at 'localhost:1'")
                    .contains(" → "),
            flink ->
                assertThat(flink)
                    .startsWith("FAULT    flink    no Flink cluster answers at localhost:1 → "));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aPipelineThatCannotBeReadIsBadInput() {
    assertThat(run("doctor", "--pipeline", directory.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(1);
  }

  private int run(String... words) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(words);
  }
}
