package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {
  private static final Study STUDY =
      new Study(
          "s",
          List.of(),
          List.of(),
          List.of(),
          0,
          List.of(),
          List.of(new Bar("a", 80.25, 82), new Bar(Bar.MEAN, Double.NaN, 70)));

  @Test
  void seedsAreAveragedAndFoldsAveragedBeforeThem() {
    String table =
        new AccuracyTable(
                List.of(
                    measured(false, "fold-0", 1, 0.80, 10),
                    measured(false, "fold-1", 1, 0.84, 20),
                    measured(false, "fold-0", 2, 0.90, 30),
                    measured(true, "fold-0", 1, 0.70, 99)))
            .markdown(List.of(STUDY));
    assertThat(table.lines().skip(2))
        .containsExactly(
            "| s | a | 80.3 | 82.0 | 86.0 | 82.0 to 90.0 | 85.0 | 2.0 | 70.0 | 0.050 | 0.400, 0.500 | 20 |",
            "| s | mean | – | 70.0 | 68.0 | 66.0 to 70.0 | 67.0 | 2.0 | 60.0 | 0.050 | 0.400, 0.500 | 20 |");
  }

  @Test
  void aStudyWithoutResultsHasNoRow() {
    assertThat(new AccuracyTable(List.of()).markdown(List.of(STUDY)).lines()).hasSize(2);
  }

  /** Task b is right half of the time, or what makes the mean come out. */
  private static Measured measured(
      boolean apart, String variant, long seed, double a, double seconds) {
    Map<String, Double> rest = Map.of("ece", 0.05, "nll", 0.4, Measured.NLL_BEFORE, 0.5);
    return new Measured(
        "s",
        apart,
        variant,
        seed,
        "settings",
        seconds,
        Map.of("a", with(a, rest), "b", with(0.5, rest)));
  }

  private static Map<String, Double> with(double headline, Map<String, Double> rest) {
    Map<String, Double> figures = new java.util.HashMap<>(rest);
    figures.put(Measured.HEADLINE, headline);
    figures.put(Measured.QUANTIZED, headline - 0.01);
    figures.put(Measured.UNLIKE_NETWORK, 2.0);
    return figures;
  }
}
