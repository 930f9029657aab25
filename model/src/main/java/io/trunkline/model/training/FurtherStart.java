package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.network.Growth;
import io.trunkline.model.network.Initializer;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Tokenizer;
import io.trunkline.model.text.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Starts from a model: its words, features and trunk, and every task that it has. Heads are added
 * for new tasks, outputs for the new labels of open ones and, where the tables are to grow, rows
 * for new words and n-grams.
 */
record FurtherStart(
    Model model,
    ModelSpec spec,
    Vocabulary vocabulary,
    NgramIndex ngrams,
    Map<Task, Calibration> calibrations,
    List<Task> changed,
    boolean trunkLearns)
    implements Start {

  /** From a model and what examples ask of it. */
  static FurtherStart of(Model model, TaskGrowth growth, boolean trunkLearns, List<Example> train) {
    List<Task> changed = growth.changed();
    Map<Task, Calibration> calibrations = new HashMap<>();
    for (Task task : growth.tasks()) {
      Calibration before = model.calibration().get(task.name());
      if (before == null) {
        calibrations.put(task, Scale.of(task, train));
      } else {
        calibrations.put(
            task,
            changed.contains(task)
                ? Scale.of(task, before).withAbstainBelow(before.abstainBelow())
                : before);
      }
    }
    return new FurtherStart(
        model,
        new ModelSpec(growth.tasks(), model.spec().features(), model.spec().network()),
        new Vocabulary(model.words()),
        new NgramIndex(model.ngrams()),
        calibrations,
        changed,
        trunkLearns);
  }

  /**
   * The same, with rows in the tables for the words and n-grams of these examples.
   *
   * @param words which words get a row
   * @param maxRows of the n-gram table at the most, a power of two
   */
  FurtherStart withRowsFor(List<Example> examples, TrainingConfig.Words words, int maxRows) {
    ModelSpec.Features features = spec.features();
    NgramIndex grown =
        ngrams.grow(
            () ->
                examples.stream()
                    .map(example -> TextEncoder.ngrams(example.input(), features))
                    .iterator(),
            maxRows);
    return new FurtherStart(
        model,
        new ModelSpec(spec.tasks(), features.withWideRows(grown.owners().length), spec.network()),
        vocabulary.grow(
            () -> examples.stream().map(example -> Tokenizer.tokenize(example.text())).iterator(),
            words.minCount(),
            words.maxWords()),
        grown,
        calibrations,
        changed,
        trunkLearns);
  }

  @Override
  public boolean learns(Task task) {
    return trunkLearns || changed.contains(task);
  }

  @Override
  public Calibration calibration(Task task) {
    return calibrations.getOrDefault(task, Calibration.NONE);
  }

  @Override
  public Parameters parameters(List<EncodedText> texts, RandomGenerator random) {
    Parameters learnt = Parameters.of(model);
    Parameters grown = Growth.grow(model.spec(), learnt, spec, random);
    if (ngrams.owners() == model.ngrams()) {
      return grown;
    }
    int[] rows = ngrams.rowsOf(new NgramIndex(model.ngrams()));
    return Initializer.growTables(grown, rows, spec, vocabulary.rows(), texts, random);
  }
}
