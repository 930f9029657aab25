package io.trunkline.tagging.learner.examples;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Corrections as a model learns from them. */
public final class Examples {
  private Examples() {}

  /**
   * One example for all that one source says of one event.
   *
   * @return by ascending id, whatever the order of the corrections
   */
  public static List<Example> of(List<Correction> corrections) {
    Map<Subject, Map<String, LabelValue>> labels = new LinkedHashMap<>();
    for (Correction correction : corrections) {
      labels
          .computeIfAbsent(
              new Subject(correction.key().example(), correction.text()), key -> new HashMap<>())
          .put(correction.key().task(), correction.value());
    }
    List<Example> examples = new ArrayList<>();
    labels.forEach((subject, values) -> examples.add(subject.example(values)));
    examples.sort(
        Comparator.comparing(Example::id)
            .thenComparing(Example::text)
            .thenComparing(example -> new TreeMap<>(example.attributes()).toString()));
    return examples;
  }

  private record Subject(String id, Text text) {
    Example example(Map<String, LabelValue> labels) {
      return new Example(id, text.content(), text.attributes(), labels);
    }
  }
}
