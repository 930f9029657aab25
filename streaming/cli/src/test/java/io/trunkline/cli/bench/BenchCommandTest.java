package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.cli.model.Run;
import io.trunkline.model.training.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
  private static final String EXAMPLE =
      "{\"text\": \"wake me up\", \"labels\": {\"intent\": \"set\", \"scenario\": \"alarm\"}}\n";

  @TempDir private Path directory;

  @BeforeEach
  void writeExamples() throws Exception {
    Files.createDirectories(directory.resolve("massive"));
    Files.createDirectories(directory.resolve("trec"));
    for (String file :
        List.of(
            "trec/train.jsonl",
            "massive/en-US.train.jsonl",
            "massive/en-US.dev.jsonl",
            "massive/en-US.test.jsonl")) {
      Files.writeString(directory.resolve(file), EXAMPLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"accuracy", "scarce", "ablation", "scope"})
  void resultsThatCannotBeWrittenAreRefusedAtOnce(String benchmark) {
    Path results = directory.resolve("no/such/results.jsonl");
    assertRefused(
        Run.of("bench", benchmark, "--data", directory, "--results", results),
        "--results " + results);
  }

  @Test
  void aPlotThatCannotBeWrittenIsRefusedAtOnce() {
    Path results = directory.resolve("results.jsonl");
    Path plot = directory.resolve("no/such/plot.svg");
    assertRefused(
        Run.of("bench", "scarce", "--data", directory, "--results", results, "--plot", plot),
        "--plot " + plot);
  }

  @Test
  void scopeShowsItsOwnResultsAlone() throws Exception {
    Path file = directory.resolve("results.jsonl");
    String settings = SettingsDigest.of(TrainingConfig.defaults());
    ResultsFile results = ResultsFile.open(file, settings);
    results.add(
        new Measured(
            "trec", false, "", 1, settings, 9, Map.of("type", Map.of(Measured.HEADLINE, 0.5))));
    results.add(
        new Measured(
            ScopeCommand.STUDY,
            false,
            "",
            1,
            settings,
            0,
            Map.of("scenario", Map.of(Strangeness.ENERGY, 0.9, Strangeness.PROBABILITY, 0.8))));

    Run run = Run.of("bench", "scope", "--data", directory, "--results", file, "--seeds", 1);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().skip(2)).containsExactly("| 1 | 0.900 | 0.800 |");
  }

  private static void assertRefused(Run run, String reason) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("trunkline: " + reason).hasLineCount(1);
  }
}
