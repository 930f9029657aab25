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
 * @param open whether its label set grows when it is trained further on examples with new labels
 * @param reads names of the tasks whose outputs its head reads (a fusion head); empty: it reads the
 *     trunk
 */
public record Task(
    String name, TaskKind kind, List<String> labels, boolean open, List<String> reads) {
  public Task {
    if (name.isBlank()) {
      throw new InvalidInputException("a task needs a name");
    }
    labels = List.copyOf(labels);
    reads = List.copyOf(reads);
    requireDifferent(name, "label", labels);
    requireDifferent(name, "task it reads", reads);
  }

  /** A closed task that reads the trunk. */
  public Task(String name, TaskKind kind, List<String> labels) {
    this(name, kind, labels, false, List.of());
  }

  /** The same with another label set. */
  public Task withLabels(List<String> newLabels) {
    return new Task(name, kind, newLabels, open, reads);
  }

  private static void requireDifferent(String task, String what, List<String> names) {
    if (new HashSet<>(names).size() != names.size()) {
      throw new InvalidInputException("task %s lists a %s twice".formatted(task, what));
    }
  }
}
