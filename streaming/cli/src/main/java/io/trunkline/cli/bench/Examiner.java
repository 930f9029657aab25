package io.trunkline.cli.bench;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.Evaluator;
import io.trunkline.model.evaluation.Metric;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.serving.Taggers;
import io.trunkline.model.training.Noise;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import io.trunkline.model.training.TrainingListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Trains and judges. */
final class Examiner {
  /** How many of a test text's characters are written wrongly to see what that does. */
  static final double SLIPS = 0.1;

  private final TrainingConfig config;
  private final InstantSource clock;

  Examiner(TrainingConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Runs one training of a benchmark. */
  Measured examine(Training training) {
    Map<String, Map<String, Double>> tasks = new TreeMap<>();
    Duration took = Duration.ZERO;
    for (Training one : training.models()) {
      var start = clock.instant();
      Model model =
          new Trainer(config.withSeed(one.seed()), TrainingListener.SILENT)
              .train(one.train(), one.dev());
      took = took.plus(Duration.between(start, clock.instant()));
      tasks.putAll(judge(model, one.tests()));
    }
    return new Measured(
        training.study(),
        training.apart(),
        training.variant(),
        training.seed(),
        SettingsDigest.of(config),
        took.toMillis() / 1e3,
        tasks);
  }

  private static Map<String, Map<String, Double>> judge(Model model, List<List<Example>> tests) {
    Map<String, Map<String, Double>> sums = new TreeMap<>();
    Model unscaled = unscaled(model);
    Model quantized = model.quantized();
    for (List<Example> test : tests) {
      double share = 1.0 / tests.size();
      evaluate(model, test)
          .tasks()
          .forEach(
              (task, score) -> {
                add(sums, task, Measured.HEADLINE, score.headline() * share);
                score.figures().forEach((metric, x) -> add(sums, task, metric.key(), x * share));
              });
      evaluate(model, disturbed(test))
          .tasks()
          .forEach(
              (task, score) -> add(sums, task, Measured.UNDER_NOISE, score.headline() * share));
      evaluate(quantized, test)
          .tasks()
          .forEach((task, score) -> add(sums, task, Measured.QUANTIZED, score.headline() * share));
      unlikeNetwork(model, test)
          .forEach((task, count) -> add(sums, task, Measured.UNLIKE_NETWORK, count));
      evaluate(unscaled, test)
          .tasks()
          .forEach(
              (task, score) ->
                  Optional.ofNullable(score.figures().get(Metric.NLL))
                      .ifPresent(nll -> add(sums, task, Measured.NLL_BEFORE, nll * share)));
    }
    return sums;
  }

  private static Map<String, Integer> unlikeNetwork(Model model, List<Example> test) {
    Network network = new Network(model.spec(), Parameters.of(model));
    try (Tagger compiled = Taggers.create(model);
        Tagger plain = Taggers.of(model, network)) {
      return Labels.of(compiled, test).differing(Labels.of(plain, test));
    }
  }

  private static List<Example> disturbed(List<Example> test) {
    Noise noise = new Noise(0, SLIPS);
    RandomGenerator random = new SplittableRandom(1);
    return test.stream().map(example -> noise.disturb(example, random)).toList();
  }

  private static void add(
      Map<String, Map<String, Double>> sums, String task, String key, double value) {
    sums.computeIfAbsent(task, name -> new TreeMap<>()).merge(key, value, Double::sum);
  }

  private static Evaluation evaluate(Model model, List<Example> test) {
    try (Tagger tagger = Taggers.create(model)) {
      return Evaluator.evaluate(tagger, test, warning -> {});
    }
  }

  /** The same model with temperatures of 1. */
  private static Model unscaled(Model model) {
    Map<String, Calibration> calibration = new TreeMap<>();
    model.calibration().forEach((task, fitted) -> calibration.put(task, fitted.withTemperature(1)));
    return new Model(
        model.spec(),
        model.words(),
        model.ngrams(),
        model.wide(),
        model.embeddings(),
        model.dense(),
        calibration,
        model.training(),
        Model.Memory.NONE);
  }
}
