package io.trunkline.cli.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.trunkline.cli.demo.Figure.Measure;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a demo comes to, as a consumer of its output topics counts it; the shape of {@code --json}.
 *
 * @param events questions asked
 * @param labels label records read, by task; as many as events less dead letters if none was lost
 *     and none came twice
 * @param deadLetters dead letters read
 * @param accuracy share of right labels by single-label task, a fraction of 1; here and in the next
 *     two without tasks of which the stream knows no right label
 * @param f1 F1 by multi-label and spans task, a fraction of 1; left out where there is none
 * @param mae mean absolute error by score task; left out where there is none
 * @param eventsPerSecond from the first question asked to the last label read
 * @param latencyMs from a question's making to its label's reading
 * @param model digest of the model that was to tag
 */
record Report(
    long events,
    SortedMap<String, Long> labels,
    long deadLetters,
    SortedMap<String, Double> accuracy,
    @JsonInclude(Include.NON_EMPTY) SortedMap<String, Double> f1,
    @JsonInclude(Include.NON_EMPTY) SortedMap<String, Double> mae,
    double eventsPerSecond,
    Latency latencyMs,
    String model) {
  /** Percentiles in milliseconds. */
  record Latency(long p50, long p99) {}

  static Report of(Scoreboard board, String model) {
    SortedMap<String, Long> labels = new TreeMap<>();
    board.tasks().forEach((task, score) -> labels.put(task, score.labels()));
    return new Report(
        board.questions(),
        labels,
        board.deadLetters(),
        figures(board, Measure.ACCURACY),
        figures(board, Measure.F1),
        figures(board, Measure.MAE),
        rounded(board.eventsPerSecond(), 1),
        new Latency(millis(board, 50), millis(board, 99)),
        model);
  }

  private static SortedMap<String, Double> figures(Scoreboard board, Measure measure) {
    SortedMap<String, Double> figures = new TreeMap<>();
    board
        .tasks()
        .forEach(
            (task, score) ->
                score
                    .figure()
                    .filter(figure -> figure.measure() == measure)
                    .ifPresent(figure -> figures.put(task, rounded(figure.value(), 4))));
    return figures;
  }

  private static long millis(Scoreboard board, double percentile) {
    return board.latency(percentile).toMillis();
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }
}
