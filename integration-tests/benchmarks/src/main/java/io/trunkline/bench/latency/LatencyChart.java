package io.trunkline.bench.latency;

import java.awt.Color;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Percentiles by how rare they are, each axis logarithmic. */
final class LatencyChart {
  private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.5, 99.9, 99.99};

  private LatencyChart() {}

  static XYChart of(Map<String, Histogram> micros) {
    XYChart chart =
        new XYChartBuilder()
            .width(820)
            .height(480)
            .title("From asking to the readable label")
            .xAxisTitle("one label in …")
            .yAxisTitle("is later than, ms")
            .build();
    chart
        .getStyler()
        .setXAxisLogarithmic(true)
        .setYAxisLogarithmic(true)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    micros.forEach(
        (name, histogram) -> {
          double[] x = new double[PERCENTILES.length];
          double[] y = new double[PERCENTILES.length];
          for (int i = 0; i < x.length; i++) {
            x[i] = 100 / (100 - PERCENTILES[i]);
            y[i] = Math.max(0.001, histogram.getValueAtPercentile(PERCENTILES[i]) / 1e3);
          }
          XYSeries series = chart.addSeries(name, x, y);
          series.setMarker(SeriesMarkers.NONE);
        });
    return chart;
  }
}
