package io.trunkline.cli.model;

import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.TaskScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An evaluation as one JSON object. */
final class ScoreJson {
  private ScoreJson() {}

  /**
   * The object, for Jackson to write.
   *
   * @param models the digests of the models
   * @param classes whether each label's figures and the most confused pairs are to be in it
   */
  static Map<String, Object> of(List<String> models, Evaluation evaluation, boolean classes) {
    Map<String, Object> tasks = new LinkedHashMap<>();
    evaluation.tasks().forEach((name, score) -> tasks.put(name, of(score, classes)));
    Map<String, Object> report = new LinkedHashMap<>();
    if (models.size() == 1) {
      report.put("model", models.get(0));
    } else {
      report.put("models", models);
    }
    report.put("examples", evaluation.examples());
    report.put("tasks", tasks);
    return report;
  }

  private static Map<String, Object> of(TaskScore score, boolean classes) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", score.kind().title());
    values.put("n", score.n());
    score.figures().forEach((metric, value) -> values.put(metric.key(), value));
    if (classes) {
      values.put("labels", score.labels());
      values.put("confusions", score.confusions());
    }
    return values;
  }
}
