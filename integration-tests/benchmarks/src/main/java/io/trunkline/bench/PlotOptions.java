package io.trunkline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.report.Machine;
import io.trunkline.cli.report.Svg;
import java.io.IOException;
import java.io.PrintWriter;
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

  /**
   * Prints a result.
   *
   * @param result what a machine reads of it, as JSON
   * @param machine what it was measured on
   * @param markdown what people read of it
   */
  public void print(Object result, Machine machine, String markdown, PrintWriter out)
      throws IOException {
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(result));
    } else {
      out.println(machine);
      out.println();
      out.print(markdown);
    }
    out.flush();
  }

  /** Draws a chart as {@code NAME.svg} if that was asked for. */
  public void draw(String name, Chart<?, ?> chart) throws IOException {
    if (plots != null) {
      Files.createDirectories(plots);
      Files.writeString(plots.resolve(name + ".svg"), Svg.draw(chart));
    }
  }
}
