package io.trunkline.bench;

import io.trunkline.cli.report.Svg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;
import picocli.CommandLine.Option;

/** Where a benchmark's results go. */
public final class PlotOptions {
  @Option(names = "--plots", paramLabel = "DIR", description = "Also draw what was measured there.")
  private @Nullable Path plots;

  @Option(
      names = "--json",
      description = "Print all that was measured as one object, the machine described in it.")
  private boolean json;

  PlotOptions() {}

  /** Whether a machine reads the result. */
  public boolean json() {
    return json;
  }

  /** Draws a chart as {@code NAME.svg} if that was asked for. */
  public void draw(String name, Chart<?, ?> chart) throws IOException {
    if (plots != null) {
      Files.createDirectories(plots);
      Files.writeString(plots.resolve(name + ".svg"), Svg.draw(chart));
    }
  }
}
