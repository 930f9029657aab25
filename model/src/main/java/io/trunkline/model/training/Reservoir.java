package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.data.ExampleWriter;
import io.trunkline.model.text.Folding;
import io.trunkline.model.text.StableHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sample of examples in which every label of every task has its place, bounded in bytes.
 *
 * <p>Each label of each task is a stratum, and all have equal parts of the bytes. In a stratum
 * examples are ordered by a hash of their text; one is kept if those before it take less than the
 * stratum's part. Of an example that stands in several strata one has to keep it. So the sample is
 * a bottom-k sample of each stratum, and has its virtue: with {@code S} the sample of some
 * examples, {@code S(A ∪ B) = S(S(A) ∪ S(B))}, so that it depends neither on the order in which
 * examples come nor on how often it is taken anew. It may pass its bound by an example a stratum.
 *
 * @see <a href="https://doi.org/10.1145/1281100.1281133">E. Cohen and H. Kaplan, Summarizing data
 *     using bottom-k sketches, PODC 2007</a>
 */
public final class Reservoir {
  private static final Comparator<Example> BY_HASH =
      Comparator.comparingInt((Example example) -> hash(example.text()))
          .thenComparing(Example::text)
          .thenComparing(Example::id)
          .thenComparing(ExampleWriter::line);

  private final long maxBytes;

  /**
   * A sampler.
   *
   * @param maxBytes that all examples of a sample take as lines of a data file; 0: there are none
   */
  public Reservoir(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The sample of some examples, by ascending hash of their texts. */
  public List<Example> sample(List<Example> examples) {
    List<Example> ordered = examples.stream().sorted(BY_HASH).distinct().toList();
    Map<String, Long> strata = new HashMap<>();
    ordered.forEach(example -> strata(example).forEach(stratum -> strata.put(stratum, 0L)));
    long part = strata.isEmpty() ? 0 : maxBytes / strata.size();
    List<Example> sample = new ArrayList<>();
    for (Example example : ordered) {
      Set<String> of = strata(example);
      if (of.stream().anyMatch(stratum -> strata.getOrDefault(stratum, 0L) < part)) {
        sample.add(example);
      }
      long size = ExampleWriter.line(example).getBytes(StandardCharsets.UTF_8).length + 1L;
      of.forEach(stratum -> strata.merge(stratum, size, Long::sum));
    }
    return sample;
  }

  /**
   * Older examples without what newer ones say anew: what a task has of the same example, by its
   * id, and of the same text.
   */
  public static List<Example> without(List<Example> older, List<Example> newer) {
    Map<String, Set<String>> tasksById = new HashMap<>();
    Map<String, Set<String>> tasksByText = new HashMap<>();
    for (Example example : newer) {
      Set<String> tasks = example.labels().keySet();
      if (!example.id().isEmpty()) {
        tasksById.computeIfAbsent(example.id(), id -> new HashSet<>()).addAll(tasks);
      }
      tasksByText
          .computeIfAbsent(Folding.fold(example.text()), text -> new HashSet<>())
          .addAll(tasks);
    }
    List<Example> left = new ArrayList<>();
    for (Example example : older) {
      Map<String, LabelValue> labels = new LinkedHashMap<>(example.labels());
      labels.keySet().removeAll(tasksById.getOrDefault(example.id(), Set.of()));
      labels.keySet().removeAll(tasksByText.getOrDefault(Folding.fold(example.text()), Set.of()));
      if (!labels.isEmpty()) {
        left.add(new Example(example.id(), example.text(), example.attributes(), labels));
      }
    }
    return left;
  }

  /** The examples whose texts, folded, are not among others'. */
  public static List<Example> withoutTexts(List<Example> examples, List<Example> others) {
    Set<String> texts =
        others.stream().map(other -> Folding.fold(other.text())).collect(Collectors.toSet());
    return examples.stream()
        .filter(example -> !texts.contains(Folding.fold(example.text())))
        .toList();
  }

  private static Set<String> strata(Example example) {
    Set<String> strata = new HashSet<>();
    new TreeMap<>(example.labels())
        .forEach(
            (task, value) -> {
              Set<String> labels = Tasks.labelsOf(value);
              labels.forEach(label -> strata.add(task + "\n" + label));
              if (labels.isEmpty()) {
                strata.add(task);
              }
            });
    return strata;
  }

  /** Compared as a signed number: any order does that is not the texts'. */
  private static int hash(String text) {
    return StableHash.of("replay\n" + Folding.fold(text));
  }
}
