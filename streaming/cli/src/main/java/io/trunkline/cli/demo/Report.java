package io.trunkline.cli.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.trunkline.cli.demo.Figure.Measure;
import java.util.List;
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
 * @param model digest of the model that was to tag first
 * @param versions each model that tagged, by ascending generation; left out without feedback
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
    String model,
    @JsonInclude(Include.NON_EMPTY) List<Version> versions) {
  /**
   * What one model version came to.
   *
   * @param generation its announcement's
   * @param digest its archive's
   * @param accuracy as the report's, of the labels that it made
   * @param events questions that it answered
   */
  record Version(long generation, String digest, SortedMap<String, Double> accuracy, long events) {}

  /** Percentiles in milliseconds. */
  record Latency(long p50, long p99) {}

  static Report of(Scoreboard board, String model) {
    return of(board, model, List.of());
  }

  static Report ofVersions(Scoreboard board, String model) {
    List<Version> versions =
        board.versions().values().stream()
            .map(
                score ->
                    new Version(
                        score.version().generation(),
                        score.version().digest(),
                        figures(score.tasks(), Measure.ACCURACY),
                        score.events()))
            .toList();
    return of(board, model, versions);
  }

  private static Report of(Scoreboard board, String model, List<Version> versions) {
    SortedMap<String, Long> labels = new TreeMap<>();
    board.tasks().forEach((task, score) -> labels.put(task, score.labels()));
    return new Report(
        board.questions(),
        labels,
        board.deadLetters(),
        figures(board.tasks(), Measure.ACCURACY),
        figures(board.tasks(), Measure.F1),
        figures(board.tasks(), Measure.MAE),
        rounded(board.eventsPerSecond(), 1),
        new Latency(millis(board, 50), millis(board, 99)),
        model,
        versions);
  }

  private static SortedMap<String, Double> figures(
      SortedMap<String, TaskScore> tasks, Measure measure) {
    SortedMap<String, Double> figures = new TreeMap<>();
    tasks.forEach(
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
