package io.trunkline.model.training;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.NetworkLearner;
import io.trunkline.model.network.Parameters;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Goes through the training texts, epoch after epoch. */
record Lessons(
    TrainingConfig config, Start start, TrainingSet set, DevSet dev, TrainingListener listener) {

  /** Learns, and keeps an epoch. */
  BestEpoch learn(SplittableRandom random) {
    Parameters parameters =
        start.parameters(set.texts().stream().map(LabelledText::text).toList(), random.split());
    RandomGenerator order = random.split();
    RandomGenerator dropped = random.split();
    RandomGenerator drawn = random.split();
    Schedule schedule = config.schedule();
    int batches = Batches.count(set.size(), schedule.batchSize());
    int epochs = schedule.epochs(batches);
    LearningRate rates = schedule.rates((long) batches * epochs);
    BestEpoch best = new BestEpoch(dev.size());
    try (Network network = new Network(start.spec(), parameters)) {
      NetworkLearner learner =
          new NetworkLearner(network, LessonSettings.of(config, start, set.texts()), dropped);
      for (int epoch = 1; epoch <= epochs && !isOver(best); epoch++) {
        List<List<LabelledText>> texts = Batches.deal(set.draw(drawn), schedule.batchSize(), order);
        double losses = 0;
        for (int batch = 0; batch < batches; batch++) {
          long step = (long) (epoch - 1) * batches + batch;
          losses += finite(learner.learn(texts.get(batch), rates.rate(step)), epoch);
          listener.batchDone(epoch, epochs, batch + 1, batches);
        }
        Map<String, Double> figures = figures(network);
        best.offer(parameters, figures);
        listener.epochDone(epoch, losses / batches, figures);
      }
    }
    return best;
  }

  private static double finite(double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new InvalidInputException(
          "the loss is %s in epoch %d, expected a number: try a lower schedule.learningRate"
              .formatted(loss, epoch));
    }
    return loss;
  }

  private boolean isOver(BestEpoch best) {
    int patience = config.schedule().patience();
    return patience > 0 && best.epochsSince() >= patience;
  }

  private Map<String, Double> figures(Network network) {
    Map<String, Double> figures = new TreeMap<>();
    dev.answers(network)
        .forEach(
            (task, answers) ->
                figures.put(
                    task.name(), DevSet.score(task, start.calibration(task), answers).headline()));
    return figures;
  }
}
