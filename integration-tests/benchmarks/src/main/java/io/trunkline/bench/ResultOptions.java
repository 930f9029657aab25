package io.trunkline.bench;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How often a benchmark measures, and where its results go. As JSON they are {@code {"benchmark",
 * "machine", "unit", "rounds": {NAME: [x, …]}, "ratios": {PEER: {"median", "min", "max"}}, "bars",
 * "details"}}.
 */
public final class ResultOptions {
  private static final int FEWEST = 5;

  @Option(
      names = "--rounds",
      defaultValue = "" + FEWEST,
      paramLabel = "N",
      description = "Rounds of each contestant that count, in turn; at least ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private PlotOptions plots;

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
    plots.draw(result.benchmark(), RateChart.of(result));
    StringBuilder markdown = new StringBuilder(result.markdown());
    result
        .details()
        .forEach((name, value) -> markdown.append(String.format("%n%s: %s%n", name, value)));
    plots.print(result, result.machine(), markdown.toString(), out);
  }
}
