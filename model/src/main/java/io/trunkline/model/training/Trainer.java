package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.network.Initializer;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.NetworkLearner;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import io.trunkline.model.text.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Trains a model. Deterministic: the same settings, examples and kind of machine give the same
 * parameters, bit for bit.
 */
public final class Trainer {
  private static final double SET_ASIDE = 0.1;
  private static final Comparator<LabelledText> BY_LENGTH =
      Comparator.comparingInt(text -> text.text().words().length);

  private final TrainingConfig config;
  private final TrainingListener listener;

  public Trainer(TrainingConfig config, TrainingListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /**
   * Trains, and keeps the epoch that does best on dev.
   *
   * @param train the examples to learn from; not empty
   * @param dev the examples to choose by; if empty, some are set aside from {@code train}
   * @throws InvalidInputException if the examples cannot be learnt from
   */
  public Model train(List<Example> train, List<Example> dev) {
    if (dev.isEmpty()) {
      HashSplit split = HashSplit.of(train, SET_ASIDE);
      return train(train, split.train(), split.dev());
    }
    return train(train, train, dev);
  }

  private Model train(List<Example> all, List<Example> train, List<Example> dev) {
    List<Task> tasks =
        config.tasks().isEmpty() ? Tasks.infer(train, listener::warning) : config.tasks();
    if (tasks.isEmpty()) {
      throw new InvalidInputException("no single-label task in the training data");
    }
    ModelSpec spec = new ModelSpec(tasks, config.features(), config.network());
    List<List<Token>> tokens =
        train.stream().map(example -> Tokenizer.tokenize(example.text())).toList();
    Vocabulary vocabulary =
        Vocabulary.of(tokens, config.words().minCount(), config.words().maxWords());
    TextEncoder encoder = new TextEncoder(config.features(), vocabulary);
    Labels labels = new Labels(tasks);
    List<LabelledText> texts = encode(train, encoder, labels);
    DevSet devSet = new DevSet(tasks, encode(dev, encoder, labels));
    Map<String, Double> metrics = new TreeMap<>();
    Parameters best = fit(spec, vocabulary, texts, devSet, metrics);
    return new Model(
        spec,
        vocabulary.words(),
        best.wide(),
        best.embeddings(),
        best.dense(),
        new Model.TrainingSummary(DataDigest.of(all), all.size(), config.seed(), metrics));
  }

  private static List<LabelledText> encode(
      List<Example> examples, TextEncoder encoder, Labels labels) {
    return examples.stream()
        .map(e -> new LabelledText(encoder.encode(e.text()), labels.classes(e)))
        .toList();
  }

  private Parameters fit(
      ModelSpec spec,
      Vocabulary vocabulary,
      List<LabelledText> texts,
      DevSet dev,
      Map<String, Double> metrics) {
    SplittableRandom random = new SplittableRandom(config.seed());
    Parameters parameters =
        Initializer.parameters(
            spec,
            vocabulary.rows(),
            texts.stream().map(LabelledText::text).toList(),
            random.split());
    Parameters best = parameters;
    double bestScore = -1;
    SplittableRandom order = random.split();
    NetworkLearner.Settings settings =
        new NetworkLearner.Settings(
            config.weightDecay(),
            config.labelSmoothing(),
            config.dropout().ngrams(),
            config.dropout().embeddings(),
            config.dropout().representation());
    try (NetworkLearner learner = new NetworkLearner(spec, parameters, settings, random.split())) {
      long perEpoch = (texts.size() + config.batchSize() - 1) / config.batchSize();
      OneCycle cycle =
          new OneCycle(config.learningRate(), config.warmUp(), perEpoch * config.epochs());
      long step = 0;
      for (int epoch = 1; epoch <= config.epochs(); epoch++) {
        double loss = 0;
        int batch = 0;
        for (List<LabelledText> b : Batches.deal(texts, config.batchSize(), BY_LENGTH, order)) {
          loss += learner.learn(b, cycle.rate(step++));
          listener.batchDone(epoch, config.epochs(), ++batch, (int) perEpoch);
        }
        Map<String, Double> accuracy;
        try (Network network = new Network(spec, parameters)) {
          accuracy = dev.accuracy(network);
        }
        listener.epochDone(epoch, loss / batch, accuracy);
        double score =
            accuracy.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        if (score > bestScore) {
          bestScore = score;
          best = parameters.copy();
          metrics.clear();
          accuracy.forEach((task, value) -> metrics.put("dev." + task + ".accuracy", value));
        }
      }
    }
    return best;
  }
}
