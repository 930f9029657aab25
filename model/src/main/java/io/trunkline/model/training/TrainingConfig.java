package io.trunkline.model.training;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.network.NetworkLearner;
import java.util.List;

/**
 * How to train. Every impossible value is refused with an {@link InvalidInputException} that names
 * it.
 *
 * @param tasks what to learn; empty: every task of the training data, with the labels found there
 * @param features how a text becomes numbers
 * @param words which words get a row of their own
 * @param network the trunk's shape
 * @param epochs passes over the training examples; 0: as many as the number of examples calls for,
 *     see {@link #epochs(int)}
 * @param batchSize examples a step
 * @param learningRate the highest rate of the one-cycle schedule
 * @param warmUp fraction of the steps over which the rate rises, in [0, 1)
 * @param weightDecay decay of AdamW, as a multiple of the rate
 * @param labelSmoothing probability spread evenly over a task's labels, in [0, 1)
 * @param dropout what is hidden from the network while it learns
 * @param seed of every random choice
 */
public record TrainingConfig(
    List<Task> tasks,
    ModelSpec.Features features,
    Words words,
    ModelSpec.Network network,
    int epochs,
    int batchSize,
    double learningRate,
    double warmUp,
    double weightDecay,
    double labelSmoothing,
    Dropout dropout,
    long seed) {

  private static final int STEPS = 1_000;
  private static final int FEWEST_EPOCHS = 12;
  private static final int MOST_EPOCHS = 50;

  /**
   * Which words get a row of their own.
   *
   * @param minCount occurrences in training that a word needs; rarer words share the unknown row
   * @param maxWords rows at the most; the most frequent words get them
   */
  public record Words(int minCount, int maxWords) {
    public Words {
      require(minCount >= 1, "words.minCount", minCount, "at least 1");
      require(maxWords >= 0, "words.maxWords", maxWords, "0 or more");
    }
  }

  /**
   * Probabilities of being hidden in training, each in [0, 1).
   *
   * @param ngrams of an n-gram
   * @param embeddings of a number in a word's embedding
   * @param representation of a number that the heads read
   */
  public record Dropout(double ngrams, double embeddings, double representation) {
    public Dropout {
      requireFraction("dropout.ngrams", ngrams);
      requireFraction("dropout.embeddings", embeddings);
      requireFraction("dropout.representation", representation);
    }
  }

  public TrainingConfig {
    tasks = List.copyOf(tasks);
    require(epochs >= 0, "epochs", epochs, "0 or more");
    require(batchSize >= 1, "batchSize", batchSize, "at least 1");
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learningRate",
        learningRate,
        "greater than 0");
    requireFraction("warmUp", warmUp);
    require(
        weightDecay >= 0 && Double.isFinite(weightDecay), "weightDecay", weightDecay, "0 or more");
    requireFraction("labelSmoothing", labelSmoothing);
  }

  /** Settings that suit sets of a thousand to some hundred thousand short texts; see README. */
  public static TrainingConfig defaults() {
    return new TrainingConfig(
        List.of(),
        new ModelSpec.Features(1 << 16, 256, 64),
        new Words(2, 16_384),
        new ModelSpec.Network(
            256, 64, ModelSpec.Network.Arrangement.PARALLEL, List.of(2, 3, 4), 128),
        0,
        64,
        6e-3,
        0.1,
        0.01,
        0.1,
        new Dropout(0.1, 0.3, 0.5),
        1);
  }

  /**
   * Passes over the training examples, where one takes {@code batches} steps. Unless a number is
   * set, there are as many as make about a thousand steps: a small set takes more of them to learn,
   * not fewer.
   */
  int epochs(int batches) {
    int wanted = (STEPS + batches - 1) / batches;
    return epochs > 0 ? epochs : Math.max(FEWEST_EPOCHS, Math.min(wanted, MOST_EPOCHS));
  }

  /** The same, of these tasks only. */
  public TrainingConfig withTasks(List<Task> newTasks) {
    return new TrainingConfig(
        newTasks,
        features,
        words,
        network,
        epochs,
        batchSize,
        learningRate,
        warmUp,
        weightDecay,
        labelSmoothing,
        dropout,
        seed);
  }

  /** The same, with another number of epochs. */
  public TrainingConfig withEpochs(int newEpochs) {
    return new TrainingConfig(
        tasks,
        features,
        words,
        network,
        newEpochs,
        batchSize,
        learningRate,
        warmUp,
        weightDecay,
        labelSmoothing,
        dropout,
        seed);
  }

  /** The same, with other random choices. */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        tasks,
        features,
        words,
        network,
        epochs,
        batchSize,
        learningRate,
        warmUp,
        weightDecay,
        labelSmoothing,
        dropout,
        newSeed);
  }

  /** What of this the network needs to know. */
  NetworkLearner.Settings learnerSettings() {
    return new NetworkLearner.Settings(
        weightDecay,
        labelSmoothing,
        dropout.ngrams(),
        dropout.embeddings(),
        dropout.representation());
  }

  private static void requireFraction(String name, double value) {
    require(value >= 0 && value < 1, name, value, "0 or more and below 1");
  }

  private static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new InvalidInputException(
          "training setting " + name + " is " + value + ", expected " + expected);
    }
  }
}
