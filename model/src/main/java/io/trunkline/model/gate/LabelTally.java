package io.trunkline.model.gate;

import io.trunkline.model.Prediction;
import io.trunkline.model.Tagging;
import io.trunkline.model.TaskKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts to how many texts each label is given, see {@link GateReport#answers()}. */
final class LabelTally {
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  void add(Tagging tagging) {
    for (Prediction answer : tagging.predictions()) {
      if (answer.value().kind() != TaskKind.SCORE) {
        Set<String> given = LabelsOf.value(answer.value());
        Map<String, Integer> task =
            counts.computeIfAbsent(answer.task(), unused -> new TreeMap<>());
        (given.isEmpty() ? Set.of(GateReport.NO_LABEL) : given)
            .forEach(label -> task.merge(label, 1, Integer::sum));
      }
    }
  }

  Map<String, Map<String, Integer>> counts() {
    return counts;
  }
}
