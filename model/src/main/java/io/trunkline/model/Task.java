package io.trunkline.model;

import java.util.HashSet;
import java.util.List;

/**
 * A question asked of every text. One without a name, or with a label twice, is refused with an
 * {@link InvalidInputException}: tasks come from data, configuration and model files.
 *
 * @param name what it is called; not blank
 * @param kind what its value looks like
 * @param labels its label set, without repeats, in the order of the head's outputs; empty for
 *     {@link TaskKind#SCORE}
 */
public record Task(String name, TaskKind kind, List<String> labels) {
  public Task {
    if (name.isBlank()) {
      throw new InvalidInputException("a task needs a name");
    }
    labels = List.copyOf(labels);
    if (new HashSet<>(labels).size() != labels.size()) {
      throw new InvalidInputException("task " + name + " lists a label twice");
    }
  }
}
