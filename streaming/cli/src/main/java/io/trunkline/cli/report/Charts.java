package io.trunkline.cli.report;

import io.trunkline.model.evaluation.Confusion;
import io.trunkline.model.evaluation.LabelScore;
import io.trunkline.model.evaluation.Reliability.Bin;
import io.trunkline.model.evaluation.RiskCoverage.Point;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots of one task. */
final class Charts {
  private static final int HEIGHT = 320;
  private static final int SQUARE = 400;
  private static final int WIDE = 820;
  private static final Color INK = new Color(0x1F5FA8);
  private static final Color FAINT = new Color(0xB0B0B0);

  /** A curve of more points looks no different. */
  private static final int POINTS = 400;

  private static final int BARS = 40;
  private static final int PAIRS = 15;
  private static final int NAME = 24;

  private Charts() {}

  /** How often what was given a probability held; on the diagonal it is as often as was said. */
  static Chart<?, ?> reliability(List<Bin> bins) {
    XYChart chart = square("Reliability", "confidence", "accuracy");
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    line(chart, "calibrated", new double[] {0, 1}, new double[] {0, 1}, FAINT);
    double[] confidence = bins.stream().mapToDouble(Bin::confidence).toArray();
    double[] accuracy = bins.stream().mapToDouble(Bin::accuracy).toArray();
    XYSeries measured = line(chart, "measured", confidence, accuracy, INK);
    measured.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(INK);
    return chart;
  }

  /** How much is answered wrongly of what is answered, from the surest answer to all. */
  static Chart<?, ?> riskCoverage(List<Point> curve) {
    XYChart chart = square("Risk and coverage", "coverage", "risk");
    chart.getStyler().setYAxisMin(0.0);
    List<Point> drawn = new ArrayList<>();
    for (int i = 0; i < POINTS && i < curve.size(); i++) {
      drawn.add(curve.get((int) ((i + 1L) * curve.size() / Math.min(POINTS, curve.size())) - 1));
    }
    double[] coverage = drawn.stream().mapToDouble(Point::coverage).toArray();
    double[] risk = drawn.stream().mapToDouble(Point::risk).toArray();
    line(chart, "risk", coverage, risk, INK);
    return chart;
  }

  /** F1 of the most frequent labels. */
  static Chart<?, ?> f1(List<LabelScore> labels) {
    Map<String, Number> bars = new LinkedHashMap<>();
    labels.stream().limit(BARS).forEach(label -> put(bars, cut(label.label()), label.f1()));
    CategoryChart chart = bars("F1 of the most frequent labels", bars);
    chart.getStyler().setYAxisMax(1.0);
    return chart;
  }

  /** How often the most confused pairs were. */
  static Chart<?, ?> confusions(List<Confusion> confusions) {
    Map<String, Number> bars = new LinkedHashMap<>();
    confusions.stream()
        .limit(PAIRS)
        .forEach(pair -> put(bars, cut(pair.right()) + " → " + cut(pair.given()), pair.count()));
    return bars("The most confused pairs: right → given", bars);
  }

  private static XYChart square(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(SQUARE)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    plain(chart.getStyler()).setXAxisMin(0.0).setXAxisMax(1.0);
    return chart;
  }

  private static XYSeries line(XYChart chart, String name, double[] x, double[] y, Color colour) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setLineColor(colour);
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  private static CategoryChart bars(String title, Map<String, Number> bars) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDE).height(SQUARE).title(title).build();
    plain(chart.getStyler()).setXAxisLabelRotation(90).setYAxisMin(0.0);
    chart
        .addSeries("bars", new ArrayList<>(bars.keySet()), new ArrayList<>(bars.values()))
        .setFillColor(INK);
    return chart;
  }

  private static AxesChartStyler plain(AxesChartStyler styler) {
    styler.setLegendVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    return styler;
  }

  /** Puts a bar under a name of its own, however alike two names begin that were cut. */
  private static void put(Map<String, Number> bars, String name, Number value) {
    String unique =
        Stream.iterate(name, tried -> tried + "′")
            .filter(tried -> !bars.containsKey(tried))
            .findFirst()
            .orElseThrow();
    bars.put(unique, value);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
  }
}
