package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.network.Growth;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Starts from a model: its words, features and trunk, and every task that it has. Heads are added
 * for new tasks, and outputs for the new labels of open ones.
 */
record FurtherStart(
    Model model,
    ModelSpec spec,
    Vocabulary vocabulary,
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
        calibrations,
        changed,
        trunkLearns);
  }

  @Override
  public NgramIndex ngrams() {
    return new NgramIndex(model.ngrams());
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
    Parameters learnt = new Parameters(model.wide(), model.embeddings(), model.dense());
    return Growth.grow(model.spec(), learnt, spec, random);
  }
}
