package io.trunkline.cli.bench;

import io.trunkline.model.Model;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one training: a line of the results file.
 *
 * @param study which study
 * @param apart whether each task had a model of its own
 * @param variant what else was special, such as the number of examples; empty: nothing
 * @param seed the seed
 * @param settings the {@link SettingsDigest} of its settings; null: unknown, as earlier versions
 *     did not write it down
 * @param seconds that training took, of all models together
 * @param tasks by task name the figures by their keys, fractions of 1; of several test sets the
 *     means
 */
record Measured(
    String study,
    boolean apart,
    String variant,
    long seed,
    @Nullable String settings,
    double seconds,
    Map<String, Map<String, Double>> tasks) {
  /** Accuracy, or F1 of spans. */
  static final String HEADLINE = "headline";

  /** Negative log-likelihood as it was before the temperature was fitted. */
  static final String NLL_BEFORE = "nllBeforeScaling";

  /** The headline figure with slips of the pen in {@link Examiner#SLIPS} of the characters. */
  static final String UNDER_NOISE = "headlineUnderNoise";

  /** The headline figure of the same model {@linkplain Model#quantized() quantized}. */
  static final String QUANTIZED = "headlineQuantized";

  /** How many answers of all test sets the network itself gives otherwise than it does compiled. */
  static final String UNLIKE_NETWORK = "answersUnlikeNetwork";

  /** What tells it from every other training of a benchmark with the same settings. */
  String key() {
    return "%s/%s/%s/%d".formatted(study, apart ? "apart" : "together", variant, seed);
  }

  /** A figure of a task; of {@link Bar#MEAN} the mean over tasks. NaN if there is none. */
  double figure(String task, String key) {
    if (!task.equals(Bar.MEAN)) {
      return tasks.getOrDefault(task, Map.of()).getOrDefault(key, Double.NaN);
    }
    return tasks.values().stream()
        .mapToDouble(figures -> figures.getOrDefault(key, Double.NaN))
        .average()
        .orElse(Double.NaN);
  }
}
