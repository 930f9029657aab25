package io.trunkline.cli.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningReportTest {
  private static final LearningReport REPORT =
      new LearningReport(
          "a machine",
          List.of(
              new NewClasses.Result(
                  1, 100, 90, 3, List.of(0.9, 0.89), List.of(0.0, 0.6), 0.9, 0.64, 0.989, 0.9375)),
          List.of(
              new NewLanguage.Result(
                  1,
                  0.75,
                  Map.of(
                      "whole",
                      new NewLanguage.Run(50, 45, 2, List.of(0.9, 0.895), List.of(0.1, 0.77))),
                  2.0,
                  -0.5)),
          new Delay.Result(1000, List.of(31.5, 30.0, 33.0), 31.5),
          new Swaps.Result(
              200, Map.of(0, 201, 1, 201), 0, 20.0, 25.0, 1.25, List.of(900L, 910L), 0.011));

  @TempDir Path directory;

  @Test
  void everyFigureStandsBesideItsBar() {
    assertThat(REPORT.markdown().lines())
        .containsExactly(
            "| what | measured | bar |",
            "|---|---|---|",
            "| new classes, seed 1: new ones | 93.8 % of 64.0 | ≥ 90 % of at once |",
            "| new classes, seed 1: old ones | 98.9 % of 90.0 | ≥ 99 % of at once |",
            "| new language, seed 1: zh | +2.0 points on 75.0 | ≥ +1.0 on linear |",
            "| new language, seed 1: en | -0.5 points | ≥ −1.0 |",
            "| new language, seed 1, whole | zh 77.0, en 89.5 |  |",
            "| delay, 1000 new examples | median 31.5 s of [31.5, 30.0, 33.0] | ≤ 60 s |",
            "| 200 swaps: generations by subtask | {0=201, 1=201} | 201 each |",
            "| labels of mixed batches | 0 | 0 |",
            "| p99 during swaps | 1.25 × 20.0 ms | ≤ 1.5 × steady |",
            "| memory after warm-up | +1.1 % | flat |");
  }

  @Test
  void theObjectHasTheKeysThatHelpPromises() throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode tree = json.readTree(json.writeValueAsString(REPORT));
    JsonNode some =
        json.readTree(
            json.writeValueAsString(
                new LearningReport("a machine", List.of(), List.of(), REPORT.delay(), null)));

    assertThat(tree.fieldNames())
        .toIterable()
        .containsExactly("machine", "newClasses", "newLanguage", "delay", "swaps");
    assertThat(tree.at("/newClasses/0/newRatio").asDouble()).isEqualTo(0.9375);
    assertThat(some.fieldNames()).toIterable().containsExactly("machine", "delay");
  }

  @Test
  void whatWasMeasuredIsDrawn() throws Exception {
    new LearningPlots(directory).write(REPORT);

    assertThat(Files.readString(directory.resolve("new-classes.svg")))
        .contains("rgb(31,95,168)", "rgb(199,85,43)");
    assertThat(Files.readString(directory.resolve("new-language.svg")))
        .contains("rgb(31,95,168)", "rgb(199,85,43)");
    assertThat(Files.readString(directory.resolve("swaps.svg"))).contains("rgb(31,95,168)");
  }
}
