package io.trunkline.cli.demo;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a demo comes to, as a consumer of its output topics counts it; the shape of {@code --json}.
 *
 * @param events questions asked
 * @param labels label records read, by task; as many as events less dead letters if none was lost
 *     and none came twice
 * @param deadLetters dead letters read
 * @param accuracy share of right labels by task, a fraction of 1; without tasks of which the stream
 *     knows no right label
 * @param eventsPerSecond from the first question asked to the last label read
 * @param latencyMs from a question's making to its label's reading
 * @param model digest of the model that was to tag
 */
record Report(
    long events,
    SortedMap<String, Long> labels,
    long deadLetters,
    SortedMap<String, Double> accuracy,
    double eventsPerSecond,
    Latency latencyMs,
    String model) {
  /** Percentiles in milliseconds. */
  record Latency(long p50, long p99) {}

  static Report of(Scoreboard board, String model) {
    SortedMap<String, Long> labels = new TreeMap<>();
    SortedMap<String, Double> accuracy = new TreeMap<>();
    board
        .tasks()
        .forEach(
            (task, score) -> {
              labels.put(task, score.labels());
              score.accuracy().ifPresent(x -> accuracy.put(task, rounded(x, 4)));
            });
    return new Report(
        board.questions(),
        labels,
        board.deadLetters(),
        accuracy,
        rounded(board.eventsPerSecond(), 1),
        new Latency(millis(board, 50), millis(board, 99)),
        model);
  }

  private static long millis(Scoreboard board, double percentile) {
    return board.latency(percentile).toMillis();
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }
}
