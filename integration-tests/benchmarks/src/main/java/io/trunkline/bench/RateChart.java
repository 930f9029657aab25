package io.trunkline.bench;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** The medians of a result as bars, with the spread of the rounds. */
final class RateChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final Color INK = new Color(0x1F5FA8);

  private RateChart() {}

  static CategoryChart of(Result result) {
    List<String> names = List.copyOf(result.rounds().keySet());
    List<Double> medians = new ArrayList<>();
    List<Double> spreads = new ArrayList<>();
    for (List<Double> figures : result.rounds().values()) {
      Spread spread = Spread.of(figures);
      medians.add(spread.median());
      spreads.add((spread.max() - spread.min()) / 2);
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(result.benchmark())
            .yAxisTitle(result.unit())
            .build();
    chart
        .getStyler()
        .setYAxisMin(0.0)
        .setLegendVisible(false)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    chart.addSeries("median", names, medians, spreads).setFillColor(INK);
    return chart;
  }
}
