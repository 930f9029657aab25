package io.trunkline.model.gate;

import io.trunkline.model.Prediction;
import io.trunkline.model.Tagging;
import io.trunkline.model.TaskKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts to how many texts each label is given, see {@link GateReport#answers()}. */
public final class LabelTally {
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  /** Has counted nothing. */
  public LabelTally() {}

  /**
   * Goes on counting.
   *
   * @param counts by task and label; copied
   */
  public LabelTally(Map<String, Map<String, Integer>> counts) {
    counts.forEach((task, labels) -> this.counts.put(task, new TreeMap<>(labels)));
  }

  void add(Tagging tagging) {
    tagging.predictions().forEach(this::add);
  }

  /** Counts an answer; a number has no label. */
  public void add(Prediction answer) {
    if (answer.kind() != TaskKind.SCORE) {
      Set<String> given = LabelsOf.value(answer.value());
      Map<String, Integer> task = counts.computeIfAbsent(answer.task(), unused -> new TreeMap<>());
      (given.isEmpty() ? Set.of(GateReport.NO_LABEL) : given)
          .forEach(label -> task.merge(label, 1, Integer::sum));
    }
  }

  /** By task and label. */
  public Map<String, Map<String, Integer>> counts() {
    return counts;
  }
}
