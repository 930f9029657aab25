package io.trunkline.bench.scaling;

import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Microseconds a text by the quantity that they hang on. */
final class ScalingChart {
  private static final Color INK = new Color(0x1F5FA8);

  private ScalingChart() {}

  static XYChart of(Curve curve) {
    XYChart chart =
        new XYChartBuilder()
            .width(560)
            .height(360)
            .title("Time a text by " + curve.of())
            .xAxisTitle(curve.of())
            .yAxisTitle("µs a text")
            .build();
    chart.getStyler().setYAxisMin(0.0);
    chart
        .getStyler()
        .setLegendVisible(false)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    double[] x =
        curve.textsPerSecond().keySet().stream().mapToDouble(Double::parseDouble).toArray();
    double[] y = curve.textsPerSecond().keySet().stream().mapToDouble(curve::micros).toArray();
    XYSeries series = chart.addSeries(curve.of(), x, y);
    series.setLineColor(INK);
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(INK);
    return chart;
  }
}
