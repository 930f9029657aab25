package io.trunkline.cli.bench;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One training of a benchmark: of one model, or of one model a task on the very same examples.
 *
 * @param study which study it belongs to
 * @param apart whether each task gets a model of its own
 * @param variant what else is special; empty: nothing
 * @param seed of every random choice
 * @param train to learn from
 * @param dev to choose the epoch by; if empty, the trainer sets examples aside
 * @param tests to be judged by, each by itself
 */
record Training(
    String study,
    boolean apart,
    String variant,
    long seed,
    List<Example> train,
    List<Example> dev,
    List<List<Example>> tests) {

  /** The same as {@link Measured#key()} of its result. */
  String key() {
    return new Measured(study, apart, variant, seed, "", 0, Map.of()).key();
  }

  /** The same, with something else that is special. */
  Training withVariant(String newVariant) {
    return new Training(study, apart, newVariant, seed, train, dev, tests);
  }

  /** The trainings this comes down to: itself, or one a task. */
  List<Training> models() {
    if (!apart) {
      return List.of(this);
    }
    return tasks().stream().map(task -> of(Set.of(task))).toList();
  }

  private Set<String> tasks() {
    return train.stream()
        .flatMap(example -> example.labels().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Training of(Set<String> tasks) {
    List<Example> labelled = only(tasks, dev);
    return new Training(
        study,
        apart,
        variant,
        seed,
        only(tasks, train),
        labelled.isEmpty() ? dev : labelled,
        tests.stream().map(test -> only(tasks, test)).toList());
  }

  /** The examples that are labelled for one of the tasks, without their other labels. */
  static List<Example> only(Set<String> tasks, List<Example> examples) {
    return examples.stream()
        .map(example -> keeping(tasks::contains, example))
        .filter(example -> !example.labels().isEmpty())
        .toList();
  }

  private static Example keeping(Predicate<String> tasks, Example example) {
    Map<String, LabelValue> labels =
        example.labels().entrySet().stream()
            .filter(label -> tasks.test(label.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Example(example.id(), example.text(), example.attributes(), labels);
  }
}
