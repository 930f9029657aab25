package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.cli.report.Svg;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ScarceTableTest {
  private static final ScarceFigures FIGURES =
      new ScarceFigures(
          List.of(
              measured(false, 1, 1, 0.50),
              measured(false, 1, 2, 0.54),
              measured(true, 1, 1, 0.25)));

  @Test
  void aRowHasTheMeanOverSeedsAndItsSpread() {
    assertThat(ScarceTable.markdown(FIGURES, List.of(1, 5)).lines().skip(2))
        .containsExactly(
            "| 1 | 52.0 | 50.0 to 54.0 | 25.0 | 25.0 to 25.0 |", "| 5 | – | – | – | – |");
  }

  @Test
  void thePlotHasACurveForEachWay() {
    XYChart chart = ScarcePlot.of(FIGURES, List.of(1, 5));
    assertThat(chart.getSeriesMap()).containsOnlyKeys("with scenario and slots", "alone");
    XYSeries together = chart.getSeriesMap().get("with scenario and slots");
    assertThat(together.getXData()).containsExactly(1);
    assertThat(together.getYData()).containsExactly(new double[] {52}, within(1e-9));
    assertThat(together.getExtraValues()).containsExactly(new double[] {2}, within(1e-9));
    assertThat(Svg.draw(chart)).contains("<svg");
  }

  private static Measured measured(boolean alone, int shots, long seed, double accuracy) {
    return new Measured(
        ScarceCommand.STUDY,
        alone,
        Integer.toString(shots),
        seed,
        "settings",
        1,
        Map.of(ScarceCommand.TASK, Map.of(Measured.HEADLINE, accuracy)));
  }
}
