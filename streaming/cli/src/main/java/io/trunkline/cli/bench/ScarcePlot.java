package io.trunkline.cli.bench;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The results of the benchmark of scarce labels as curves, with the seeds' spread as error bars.
 */
final class ScarcePlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final Color TOGETHER = new Color(0x1F5FA8);
  private static final Color ALONE = new Color(0xB0B0B0);

  private ScarcePlot() {}

  /** A chart of all numbers of examples that have results. */
  static XYChart of(ScarceFigures figures, List<Integer> shots) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Intent, learnt from few examples")
            .xAxisTitle("examples a label")
            .yAxisTitle("accuracy, per cent")
            .build();
    chart
        .getStyler()
        .setXAxisLogarithmic(true)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    addCurve(chart, "with scenario and slots", figures, shots, false, TOGETHER);
    addCurve(chart, "alone", figures, shots, true, ALONE);
    return chart;
  }

  private static void addCurve(
      XYChart chart,
      String name,
      ScarceFigures figures,
      List<Integer> shots,
      boolean alone,
      Color colour) {
    List<Integer> measured =
        shots.stream().filter(shot -> figures.accuracy(shot, alone).getCount() > 0).toList();
    if (measured.isEmpty()) {
      return;
    }
    double[] x = measured.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] y =
        measured.stream().mapToDouble(shot -> figures.accuracy(shot, alone).getAverage()).toArray();
    double[] spread =
        measured.stream()
            .map(shot -> figures.accuracy(shot, alone))
            .mapToDouble(accuracy -> (accuracy.getMax() - accuracy.getMin()) / 2)
            .toArray();
    XYSeries series = chart.addSeries(name, x, y, spread);
    series.setLineColor(colour);
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
  }
}
