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

/** Models of one open task, trained and examined. */
final class Students {
  private Students() {}

  /** A model trained at once. */
  static Model train(String task, List<Example> train, List<Example> dev, long seed) {
    TaskChoice open =
        new TaskChoice(task, null, List.of(), 1, true, 5, List.of(), new TaskChoice.Abstain(0, 0));
    TrainingConfig config = TrainingConfig.defaults().withTasks(List.of(open)).withSeed(seed);
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

  /** The examples with one task's values alone. */
  static List<Example> of(String task, List<Example> examples) {
    return examples.stream()
        .filter(example -> example.labels().containsKey(task))
        .map(
            example ->
                new Example(
                    example.id(),
                    example.text(),
                    Map.of(task, Objects.requireNonNull(example.labels().get(task)))))
        .toList();
  }

  /** An example's label. */
  static String label(String task, Example example) {
    LabelValue value = Objects.requireNonNull(example.labels().get(task), task);
    return ((LabelValue.One) value).label();
  }
}
