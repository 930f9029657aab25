package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.network.Initializer;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.LearnerSettings;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.NetworkLearner;
import io.trunkline.model.network.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Trains a model. Deterministic: the same settings, examples and kind of machine give the same
 * parameters, bit for bit.
 */
public final class Trainer {
  /**
   * The part of the training examples that is set aside where no dev examples are given: enough to
   * tell epochs apart, and lost for learning.
   */
  private static final double SET_ASIDE = 0.05;

  private final TrainingConfig config;
  private final TrainingListener listener;

  public Trainer(TrainingConfig config, TrainingListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /**
   * Trains, and keeps the epoch with the highest accuracy on dev, averaged over tasks; of equals
   * the earlier one.
   *
   * @param train the examples to learn from; not empty
   * @param dev the examples to choose the epoch by; if empty, a twentieth of {@code train} is set
   *     aside by {@link HashSplit}, every label staying in train, and is not learnt from
   * @throws InvalidInputException if there is nothing to learn or a label contradicts its task
   */
  public Model train(List<Example> train, List<Example> dev) {
    HashSplit split =
        dev.isEmpty()
            ? HashSplit.of(train, SET_ASIDE).withEveryLabelInTrain()
            : new HashSplit(train, dev);
    TrainingSet set = TrainingSet.of(config, split.train(), split.dev(), listener::warning);
    BestEpoch best = fit(set);
    return new Model(
        set.spec(),
        set.vocabulary().words(),
        best.parameters().wide(),
        best.parameters().embeddings(),
        best.parameters().dense(),
        calibration(set.spec()),
        new Model.TrainingSummary(
            DataDigest.of(train), train.size(), config.seed(), metrics(best.devAccuracy())));
  }

  private static Map<String, Calibration> calibration(ModelSpec spec) {
    Map<String, Calibration> calibration = new TreeMap<>();
    spec.tasks().forEach(task -> calibration.put(task.name(), Calibration.NONE));
    return calibration;
  }

  private BestEpoch fit(TrainingSet set) {
    SplittableRandom random = new SplittableRandom(config.seed());
    Parameters parameters =
        Initializer.parameters(
            set.spec(),
            set.vocabulary().rows(),
            set.train().stream().map(LabelledText::text).toList(),
            random.split());
    RandomGenerator order = random.split();
    int batches = Batches.count(set.train().size(), config.schedule().batchSize());
    int epochs = config.schedule().epochs(batches);
    LearningRate rates = config.schedule().rates((long) batches * epochs);
    DevSet dev = new DevSet(set.spec().tasks(), set.dev());
    BestEpoch best = new BestEpoch();
    try (Network network = new Network(set.spec(), parameters)) {
      NetworkLearner learner = new NetworkLearner(network, learnerSettings(), random.split());
      for (int epoch = 1; epoch <= epochs; epoch++) {
        double loss =
            learnEpoch(
                epoch,
                epochs,
                Batches.deal(set.train(), config.schedule().batchSize(), order),
                learner,
                rates);
        Map<String, Double> accuracy = dev.accuracy(network);
        best.offer(parameters, accuracy);
        listener.epochDone(epoch, loss, accuracy);
      }
    }
    return best;
  }

  private LearnerSettings learnerSettings() {
    return new LearnerSettings(
        new LearnerSettings.Penalty(config.regularisation().weightDecay(), 0, 0),
        config.regularisation().labelSmoothing(),
        new LearnerSettings.DropoutRates(
            config.dropout().ngrams(),
            config.dropout().embeddings(),
            config.dropout().representation()),
        0,
        LearnerSettings.TaskWeights.EQUAL,
        Set.of());
  }

  private double learnEpoch(
      int epoch,
      int epochs,
      List<List<LabelledText>> batches,
      NetworkLearner learner,
      LearningRate rates) {
    double losses = 0;
    long step = (long) (epoch - 1) * batches.size();
    for (int batch = 0; batch < batches.size(); batch++) {
      losses += learner.learn(batches.get(batch), rates.rate(step + batch));
      listener.batchDone(epoch, epochs, batch + 1, batches.size());
    }
    return losses / batches.size();
  }

  private static Map<String, Double> metrics(Map<String, Double> devAccuracy) {
    Map<String, Double> metrics = new TreeMap<>();
    devAccuracy.forEach((task, value) -> metrics.put("dev." + task + ".accuracy", value));
    return metrics;
  }
}
