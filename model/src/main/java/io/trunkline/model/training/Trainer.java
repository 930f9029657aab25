package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Trains a model. Deterministic: the same settings, examples and kind of machine give the same
 * parameters, bit for bit.
 *
 * <p>The last epoch whose dev figures, averaged over tasks, are within a standard error of the best
 * is kept. Dev examples are those given; if there are none, a twentieth of the training examples is
 * set aside by {@link HashSplit}, every label staying in train, and is not learnt from.
 */
public final class Trainer {
  /**
   * The part of the training examples that is set aside where no dev examples are given: enough to
   * tell epochs apart, and lost for learning.
   */
  private static final double SET_ASIDE = 0.05;

  private final TrainingConfig config;
  private final TrainingListener listener;

  /** Which parts of a model stay as they are when it is trained further. */
  public enum Freeze {
    /** The trunk and the heads of all tasks, but of new ones and those with new labels. */
    TRUNK,
    /** Nothing. */
    NONE
  }

  public Trainer(TrainingConfig config, TrainingListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /**
   * Trains a new model; its words start with random embeddings.
   *
   * @param train the examples to learn from; not empty
   * @param dev the examples to choose the epoch by; may be empty
   * @throws InvalidInputException if there is nothing to learn or a label contradicts its task
   */
  public Model train(List<Example> train, List<Example> dev) {
    return train(train, dev, Map.of());
  }

  /**
   * Trains a new model.
   *
   * @param train the examples to learn from; not empty
   * @param dev the examples to choose the epoch by; may be empty
   * @param vectors what embeddings of words start as, by folded word, each of the width of the
   *     network's; other words start at random
   * @throws InvalidInputException if there is nothing to learn or a label contradicts its task
   */
  public Model train(List<Example> train, List<Example> dev, Map<String, float[]> vectors) {
    HashSplit split = split(train, dev);
    Start start = FreshStart.of(config, split.train(), vectors, listener::warning);
    return run(start, split, train, Model.Memory.NONE);
  }

  /**
   * Trains a model further. Its words, features, trunk and precision are kept, whatever the
   * settings say; its tasks grow, see {@link TaskGrowth}.
   *
   * @param model where to start; left as it is
   * @param freeze what is not to change, bit for bit
   * @param train the examples to learn from; not empty
   * @param dev the examples to choose the epoch by; may be empty
   * @throws InvalidInputException if there is nothing to learn or a label contradicts its task
   */
  public Model trainFurther(Model model, Freeze freeze, List<Example> train, List<Example> dev) {
    TaskGrowth growth =
        TaskGrowth.of(model.spec().tasks(), config.tasks(), train, listener::warning);
    if (freeze == Freeze.TRUNK && growth.changed().isEmpty()) {
      throw new InvalidInputException(
          "nothing to learn: with a frozen trunk only new tasks and new labels of open tasks are"
              + " learnt, and the training examples have none");
    }
    HashSplit split = split(growth.withoutRareLabels(train), dev);
    Start start = FurtherStart.of(model, growth, freeze == Freeze.NONE, split.train());
    return run(start, split, train, model.memory()).withPrecisionOf(model);
  }

  private void warnOfUntrained(Start start, HashSplit split) {
    Set<String> untrained = tasks(split.dev());
    untrained.removeAll(tasks(split.train()));
    start.spec().tasks().forEach(task -> untrained.remove(task.name()));
    untrained.forEach(
        task -> listener.warning("dev has task %s, which train lacks: left out".formatted(task)));
  }

  private static Set<String> tasks(List<Example> examples) {
    return examples.stream()
        .flatMap(example -> example.labels().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static HashSplit split(List<Example> train, List<Example> dev) {
    return dev.isEmpty()
        ? HashSplit.of(train, SET_ASIDE).withEveryLabelInTrain()
        : new HashSplit(train, dev);
  }

  private Model run(Start start, HashSplit split, List<Example> train, Model.Memory memory) {
    ModelArchive.requireFit(start.spec(), start.vocabulary().words().size());
    warnOfUntrained(start, split);
    TrainingSet set = new TrainingSet(start, config, split.train());
    DevSet dev = new DevSet(start, split.dev(), listener::warning);
    Lessons lessons = new Lessons(config, start, set, dev, listener);
    BestEpoch best = lessons.learn(new SplittableRandom(config.seed()));
    Finish finish = Finish.of(config, start, best.parameters(), dev, listener::warning);
    return new Model(
        start.spec(),
        start.vocabulary().words(),
        start.ngrams().owners(),
        best.parameters().wide(),
        best.parameters().embeddings(),
        best.parameters().dense(),
        finish.calibration(),
        new Model.TrainingSummary(
            DataDigest.of(train), train.size(), config.seed(), finish.metrics()),
        remember(memory, split));
  }

  /** Golden examples stay as they are as long as there are any. */
  private Model.Memory remember(Model.Memory before, HashSplit split) {
    List<Example> replay = new ArrayList<>(Reservoir.without(before.replay(), split.train()));
    replay.addAll(split.train());
    return new Model.Memory(
        before.golden().isEmpty()
            ? new Reservoir(config.memory().golden())
                .sample(Reservoir.withoutTexts(split.dev(), split.train()))
            : before.golden(),
        new Reservoir(config.memory().replay()).sample(replay));
  }
}
