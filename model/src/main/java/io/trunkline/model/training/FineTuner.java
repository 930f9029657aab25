package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.LearnerSettings;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.NetworkLearner;
import io.trunkline.model.network.Parameters;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trains a model further on fresh examples while it rehearses what it knows: heads first, so that
 * new ones do not drag the trunk about, then everything, at a rate that rises again from nothing.
 * Deterministic, as {@link Trainer} is. Words and n-grams that the model has no row for get one;
 * open tasks grow, see {@link TaskGrowth}.
 *
 * @see <a href="https://arxiv.org/abs/1811.11682">D. Rolnick et al., Experience Replay for
 *     Continual Learning, NeurIPS 2019</a>
 * @see <a href="https://arxiv.org/abs/1802.01483">X. Li, Y. Grandvalet and F. Davoine, Explicit
 *     Inductive Bias for Transfer Learning, ICML 2018, on the pull towards the start</a>
 * @see <a href="https://arxiv.org/abs/2202.10054">A. Kumar et al., Fine-Tuning can Distort
 *     Pretrained Features, ICLR 2022, on heads first</a>
 */
public final class FineTuner {
  /** The part of the fresh examples that answers are calibrated on, beside the golden ones. */
  private static final double SET_ASIDE = 0.05;

  private final TrainingConfig config;
  private final Rehearsal rehearsal;
  private final TrainingListener listener;

  /**
   * A tuner.
   *
   * @param config its schedule has batch size and highest rate; its epochs are not used
   */
  public FineTuner(TrainingConfig config, Rehearsal rehearsal, TrainingListener listener) {
    this.config = config;
    this.rehearsal = rehearsal;
    this.listener = listener;
  }

  /**
   * Trains a model further. Examples whose text is golden are left out.
   *
   * @param model where to start; left as it is
   * @param fresh what is to be learnt
   * @param replayed what is read again beside what the model remembers
   * @return the new model, which remembers all of these as far as there is room
   * @throws InvalidInputException if there is nothing to learn or a label contradicts its task
   */
  public Model tune(Model model, List<Example> fresh, List<Example> replayed) {
    List<Example> golden = model.memory().golden();
    List<Example> learnt = Reservoir.withoutTexts(fresh, golden);
    List<Example> remembered = Reservoir.without(model.memory().replay(), replayed);
    List<Example> known =
        Reservoir.withoutTexts(Reservoir.without(concat(remembered, replayed), learnt), golden);
    List<Example> all = concat(learnt, known);
    TaskGrowth growth = TaskGrowth.of(model.spec().tasks(), config.tasks(), all, listener::warning);
    HashSplit split =
        HashSplit.of(growth.withoutRareLabels(learnt), SET_ASIDE).withEveryLabelInTrain();
    List<Example> rehearsed = growth.withoutRareLabels(known);
    FurtherStart start =
        FurtherStart.of(model, growth, true, all)
            .withRowsFor(
                concat(split.train(), rehearsed), config.words(), config.features().wideRows());
    DevSet dev = new DevSet(start, concat(golden, split.dev()), listener::warning);
    Parameters parameters = learn(start, split.train(), rehearsed);
    Finish finish = Finish.of(config, start, parameters, dev, listener::warning);
    Model tuned =
        new Model(
            start.spec(),
            start.vocabulary().words(),
            start.ngrams().owners(),
            parameters.wide(),
            parameters.embeddings(),
            parameters.dense(),
            finish.calibration(),
            new Model.TrainingSummary(
                DataDigest.of(all), all.size(), config.seed(), finish.metrics()),
            new Model.Memory(golden, new Reservoir(config.memory().replay()).sample(all)));
    return tuned.withPrecisionOf(model);
  }

  private Parameters learn(FurtherStart start, List<Example> fresh, List<Example> known) {
    SplittableRandom random = new SplittableRandom(config.seed());
    List<LabelledText> news = texts(start, fresh);
    List<LabelledText> old = texts(start, known);
    if (news.isEmpty()) {
      throw new InvalidInputException("nothing to learn: no fresh example has a value to learn");
    }
    List<LabelledText> texts = concat(news, old);
    Parameters parameters =
        start.parameters(texts.stream().map(LabelledText::text).toList(), random.split());
    Parameters origin = parameters.copy();
    int batchSize = config.schedule().batchSize();
    MixedBatches<LabelledText> batches =
        new MixedBatches<>(news, old, rehearsal.fresh(batchSize), batchSize, random.split());
    LearnerSettings settings =
        LessonSettings.of(config, start, texts).withAnchor(rehearsal.anchor());
    Set<String> heads = start.spec().tasks().stream().map(Task::name).collect(Collectors.toSet());
    try (Network network = new Network(start.spec(), parameters)) {
      RandomGenerator dropped = random.split();
      pass(
          new NetworkLearner(network, settings.withHeadsOnly(heads), dropped),
          batches,
          rehearsal.headSteps(batches.perPass()));
      pass(
          new NetworkLearner(network, settings, dropped),
          batches,
          rehearsal.trunkSteps(batches.perPass()));
    }
    shiftPriors(start.spec(), parameters, news, old, batches.freshShare());
    return parameters.near(origin, rehearsal.maxUpdate());
  }

  /** Where batches are fresh altogether, they had what they had. */
  private static void shiftPriors(
      ModelSpec spec,
      Parameters parameters,
      List<LabelledText> fresh,
      List<LabelledText> old,
      double freshShare) {
    for (int task = 0; task < spec.tasks().size() && freshShare < 1; task++) {
      float[] shift = PriorShift.of(spec.tasks().get(task), task, fresh, old, freshShare);
      parameters.addToBiases(spec, task, shift);
    }
  }

  private void pass(NetworkLearner learner, MixedBatches<LabelledText> batches, int steps) {
    LearningRate rates = config.schedule().rates(steps);
    for (int step = 0; step < steps; step++) {
      double loss = learner.learn(batches.next(), rates.rate(step));
      if (!Double.isFinite(loss)) {
        throw new InvalidInputException(
            "the loss is %s at step %d, expected a number: try a lower learningRate"
                .formatted(loss, step));
      }
      listener.batchDone(1, 1, step + 1, steps);
    }
  }

  private List<LabelledText> texts(FurtherStart start, List<Example> examples) {
    return examples.isEmpty() ? List.of() : new TrainingSet(start, config, examples).texts();
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
