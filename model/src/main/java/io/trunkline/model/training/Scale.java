package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.evaluation.Abstention;
import io.trunkline.model.evaluation.Calibrator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where a score's values lie. A head learns {@code (value − mean) / deviation}, so that scores in
 * euros and scores in stars are equally easy, and weigh the same beside other tasks.
 */
final class Scale {
  private Scale() {}

  /**
   * How outputs become answers before anything is chosen on dev. Of a score mean and standard
   * deviation of its values, a deviation of 1 where all are equal.
   */
  static Calibration of(Task task, List<Example> examples) {
    return of(task, scale(task, examples));
  }

  /** The same, of a task that has a scale. */
  static Calibration of(Task task, Calibration scale) {
    return Calibrator.fit(task, scale, List.of(), Abstention.NEVER);
  }

  private static Calibration scale(Task task, List<Example> examples) {
    double[] values =
        examples.stream()
            .map(example -> example.labels().get(task.name()))
            .flatMapToDouble(
                value ->
                    value instanceof LabelValue.Score score
                        ? DoubleStream.of(score.value())
                        : DoubleStream.empty())
            .toArray();
    if (values.length == 0) {
      return Calibration.NONE;
    }
    double mean = DoubleStream.of(values).average().orElseThrow();
    double deviation =
        Math.sqrt(
            DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    return new Calibration(1, List.of(), 0, mean, deviation > 0 ? deviation : 1);
  }
}
