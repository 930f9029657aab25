package io.trunkline.cli.bench.learning;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.evaluation.Evaluator;
import io.trunkline.model.serving.Taggers;
import io.trunkline.model.training.TaskChoice;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import io.trunkline.model.training.TrainingListener;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Models of open tasks, trained and examined. */
final class Students {
  private Students() {}

  /** A model trained at once. */
  static Model train(Set<String> tasks, List<Example> train, List<Example> dev, long seed) {
    List<TaskChoice> open = tasks.stream().sorted().map(Students::open).toList();
    TrainingConfig config = TrainingConfig.defaults().withTasks(open).withSeed(seed);
    return new Trainer(config, TrainingListener.SILENT).train(train, dev);
  }

  /** Share of right labels, a fraction of 1. */
  static double accuracy(String task, Model model, List<Example> test) {
    try (Tagger tagger = Taggers.create(model)) {
      return Objects.requireNonNull(
              Evaluator.evaluate(tagger, test, warning -> {}).tasks().get(task))
          .headline();
    }
  }

  private static TaskChoice open(String task) {
    return new TaskChoice(
        task, null, List.of(), 1, true, 5, List.of(), new TaskChoice.Abstain(0, 0));
  }

  /** The examples with the values of some tasks alone. */
  static List<Example> of(Set<String> tasks, List<Example> examples) {
    return examples.stream()
        .map(
            example -> {
              Map<String, LabelValue> labels = new TreeMap<>(example.labels());
              labels.keySet().retainAll(tasks);
              return new Example(example.id(), example.text(), labels);
            })
        .toList();
  }

  /** An example's label. */
  static String label(String task, Example example) {
    LabelValue value = Objects.requireNonNull(example.labels().get(task), task);
    return ((LabelValue.One) value).label();
  }
}
