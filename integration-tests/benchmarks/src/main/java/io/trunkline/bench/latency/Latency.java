package io.trunkline.bench.latency;

import org.HdrHistogram.Histogram;

/**
 * How late labels were, in milliseconds.
 *
 * @param mode how they were promised
 * @param load percent of the capacity
 * @param perSecond questions a second
 * @param labels how many were measured
 */
record Latency(
    String mode,
    int load,
    double perSecond,
    long labels,
    double p50,
    double p99,
    double p999,
    double max) {
  static Latency of(Mode mode, int load, double perSecond, Histogram micros) {
    return new Latency(
        mode.name(),
        load,
        perSecond,
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3,
        micros.getMaxValue() / 1e3);
  }
}
