package io.trunkline.tagging.learner.examples;

import io.trunkline.model.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What may be said to be right, by the tasks of one model. */
public final class TaskRules {
  private final Map<String, TaskRule> rules;

  public TaskRules(List<TaskRule> rules) {
    this.rules =
        rules.stream()
            .collect(
                Collectors.toMap(TaskRule::name, rule -> rule, (one, same) -> one, TreeMap::new));
  }

  /** The rules, by the task's name. */
  public List<TaskRule> all() {
    return List.copyOf(rules.values());
  }

  /**
   * Makes sure of a correction.
   *
   * @throws InvalidInputException if the model could not learn from it; the message is one line
   */
  public void check(Correction correction) {
    TaskRule rule = rules.get(correction.key().task());
    if (rule == null) {
      throw new InvalidInputException(
          "there is no task '%s', expected %s"
              .formatted(correction.key().task(), String.join(", ", rules.keySet())));
    }
    rule.check(correction.value(), correction.text().content());
  }
}
