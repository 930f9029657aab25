package io.trunkline.cli.bench.learning;

import io.trunkline.cli.report.Svg;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws what was measured.
 *
 * @param directory where the files go
 */
record LearningPlots(Path directory) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x1F5FA8),
          new Color(0xC7552B),
          new Color(0x4C9A5B),
          new Color(0x8A5BA6),
          new Color(0xB0B0B0),
          new Color(0x6B6B6B));

  /** Writes {@code new-classes.svg}, {@code new-language.svg} and {@code swaps.svg}. */
  void write(LearningReport report) throws IOException {
    Files.createDirectories(directory);
    if (!report.newClasses().isEmpty()) {
      NewClasses.Result first = report.newClasses().get(0);
      write(
          "new-classes",
          chart("New classes", "version", "accuracy, per cent"),
          Map.of(
              "old classes", percent(first.oldByVersion()),
              "new classes", percent(first.newByVersion())));
    }
    if (!report.newLanguage().isEmpty()) {
      Map<String, List<Double>> curves = new TreeMap<>();
      report
          .newLanguage()
          .get(0)
          .runs()
          .forEach(
              (name, run) -> {
                curves.put("zh, " + name, percent(run.chineseByVersion()));
                curves.put("en, " + name, percent(run.englishByVersion()));
              });
      write("new-language", chart("New language", "version", "accuracy, per cent"), curves);
    }
    if (report.swaps() != null) {
      List<Double> memory = report.swaps().memoryMiB().stream().map(Long::doubleValue).toList();
      write("swaps", chart("Memory", "tens of swaps", "MiB"), Map.of("resident", memory));
    }
  }

  private void write(String name, XYChart chart, Map<String, List<Double>> curves)
      throws IOException {
    int colour = 0;
    for (Map.Entry<String, List<Double>> curve : curves.entrySet()) {
      double[] y = curve.getValue().stream().mapToDouble(Double::doubleValue).toArray();
      double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
      XYSeries series = chart.addSeries(curve.getKey(), x, y);
      Color ink = COLOURS.get(colour++ % COLOURS.size());
      series.setLineColor(ink);
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(ink);
    }
    Files.writeString(directory.resolve(name + ".svg"), Svg.draw(chart));
  }

  private static List<Double> percent(List<Double> fractions) {
    return fractions.stream().map(fraction -> 100 * fraction).toList();
  }

  private static XYChart chart(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
    return chart;
  }
}
