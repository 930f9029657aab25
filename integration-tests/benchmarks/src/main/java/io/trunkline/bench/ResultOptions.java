package io.trunkline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.report.Svg;
import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;
import picocli.CommandLine.Option;

/** How often a benchmark measures, and where its results go. */
public final class ResultOptions {
  private static final int FEWEST = 5;

  @Option(
      names = "--rounds",
      defaultValue = "" + FEWEST,
      paramLabel = "N",
      description = "Rounds of each contestant that count, in turn; at least ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--plots", paramLabel = "DIR", description = "Also draw what was measured there.")
  private @Nullable Path plots;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"benchmark\", \"machine\", \"unit\", \"rounds\": {NAME: [x, …]},"
              + " \"ratios\": {PEER: {\"median\", \"min\", \"max\"}}, \"bars\", \"details\"}.")
  private boolean json;

  ResultOptions() {}

  /** How many rounds count. */
  public int rounds() {
    if (rounds < FEWEST) {
      throw new InvalidInputException(
          "--rounds %d: expected at least %d, for a spread".formatted(rounds, FEWEST));
    }
    return rounds;
  }

  /** Shows a result. */
  public void report(Result result, PrintWriter out) throws IOException {
    draw(result.benchmark(), RateChart.of(result));
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(result));
    } else {
      out.println(result.machine());
      out.println();
      out.print(result.markdown());
      if (!result.details().isEmpty()) {
        out.println();
        result.details().forEach((name, value) -> out.println(name + ": " + value));
      }
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
