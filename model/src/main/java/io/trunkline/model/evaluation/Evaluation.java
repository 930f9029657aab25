package io.trunkline.model.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well a model did.
 *
 * @param examples how many examples there were
 * @param tasks by task name, in the model's order; only tasks with a labelled example
 */
public record Evaluation(int examples, Map<String, TaskScore> tasks) {
  public Evaluation {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }
}
