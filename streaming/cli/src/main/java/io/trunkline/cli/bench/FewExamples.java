package io.trunkline.cli.bench;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes the labels of one task scarce. */
final class FewExamples {
  private FewExamples() {}

  /**
   * The same examples, but that of each label of a task only so many, drawn at random, keep it.
   *
   * @param shots how many; a label with fewer keeps all it has
   */
  static List<Example> of(List<Example> examples, String task, int shots, RandomGenerator random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    Map<LabelValue, Integer> counts = new HashMap<>();
    Set<Integer> kept = new HashSet<>();
    for (int i : order) {
      LabelValue value = examples.get(i).labels().get(task);
      if (value != null && counts.merge(value, 1, Integer::sum) <= shots) {
        kept.add(i);
      }
    }
    List<Example> few = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      few.add(kept.contains(i) ? examples.get(i) : without(task, examples.get(i)));
    }
    return few;
  }

  private static Example without(String task, Example example) {
    Map<String, LabelValue> labels = new HashMap<>(example.labels());
    labels.remove(task);
    return new Example(example.id(), example.text(), example.attributes(), labels);
  }
}
