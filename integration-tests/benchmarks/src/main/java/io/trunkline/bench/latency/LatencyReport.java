package io.trunkline.bench.latency;

import io.trunkline.cli.report.Machine;
import java.util.List;
import java.util.Locale;

/**
 * What was measured; the shape of {@code --json}.
 *
 * @param machine what it ran on
 * @param capacity questions a second that the job just keeps up with, with the load and its reader
 *     on the same machine
 * @param latencies by mode and load
 */
record LatencyReport(Machine machine, double capacity, List<Latency> latencies) {
  private static final double BAR = 40;
  private static final int BAR_LOAD = 50;

  /** As a table in Markdown. */
  String markdown() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "capacity: %,.0f questions/s%n%n| ms, at … %% of it | labels | p50 | p99 | p99.9 |"
                + " most | bar |%n|---|---|---|---|---|---|---|%n",
            capacity));
    for (Latency latency : latencies) {
      boolean barred = latency.load() == BAR_LOAD && latency.mode().equals("at-least-once");
      table.append(
          String.format(
              Locale.ROOT,
              "| %s, %d %% | %,d | %.1f | %.1f | %.1f | %.1f | %s |%n",
              latency.mode(),
              latency.load(),
              latency.labels(),
              latency.p50(),
              latency.p99(),
              latency.p999(),
              latency.max(),
              barred ? "p99 ≤ " + BAR : ""));
    }
    return table.toString();
  }
}
