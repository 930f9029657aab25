package io.trunkline.model.training;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.network.TaskWeighting;
import java.util.HashSet;
import java.util.List;

/**
 * How to train. Every impossible value is refused with an {@link InvalidInputException} that names
 * it.
 *
 * @param tasks what to learn; empty: every task of the training data, with the labels found there
 * @param features how a text becomes numbers
 * @param words which words get a row of their own
 * @param network the trunk's shape
 * @param schedule how long and at what rates
 * @param dropout what is hidden from the network while it learns
 * @param regularisation what keeps it from learning by heart
 * @param balance how tasks and labels of different sizes share a training
 * @param noise how training texts are changed each time they are read
 * @param memory what the model remembers of its examples
 * @param seed of every random choice
 */
public record TrainingConfig(
    List<TaskChoice> tasks,
    ModelSpec.Features features,
    Words words,
    Trunk network,
    Schedule schedule,
    Dropout dropout,
    Regularisation regularisation,
    Balance balance,
    Noise noise,
    Memory memory,
    long seed) {

  public TrainingConfig {
    tasks = List.copyOf(tasks);
    List<String> names = tasks.stream().map(TaskChoice::name).toList();
    Settings.require(new HashSet<>(names).size() == names.size(), "tasks", names, "each task once");
    for (TaskChoice task : tasks) {
      Settings.require(
          task.weight() == 1 || balance.weighting() != TaskWeighting.UNCERTAINTY,
          "weight of task " + task.name(),
          task.weight(),
          "none where balance.weighting is uncertainty, which learns them");
    }
  }

  /**
   * Which words get a row of their own.
   *
   * @param minCount occurrences in training that a word needs; rarer words share the unknown row
   * @param maxWords rows at the most; the most frequent words get them
   */
  public record Words(int minCount, int maxWords) {
    public Words {
      Settings.require(minCount >= 1, "words.minCount", minCount, "at least 1");
      Settings.require(maxWords >= 0, "words.maxWords", maxWords, "0 or more");
    }
  }

  /**
   * The trunk's shape, as {@link ModelSpec.Network} has it, but for the arrangement: where the
   * tasks decide it, there are kernels for either.
   *
   * @param wideSize width of the n-gram table
   * @param wordSize width of the word embeddings
   * @param arrangement how the convolutions follow each other
   * @param kernels their widths
   * @param filters outputs of each
   */
  public record Trunk(
      int wideSize, int wordSize, Arranged arrangement, Kernels kernels, int filters) {
    /** How the convolutions follow each other. */
    public enum Arranged {
      /** Stacked if a task is to find spans, otherwise parallel. */
      AUTO,
      PARALLEL,
      STACKED
    }

    /**
     * Widths of the convolutions, in tokens.
     *
     * @param parallel where each reads the words
     * @param stacked where each reads the one before
     */
    public record Kernels(List<Integer> parallel, List<Integer> stacked) {
      public Kernels {
        parallel = List.copyOf(parallel);
        stacked = List.copyOf(stacked);
      }
    }

    public Trunk {
      // Refused here, so that it is refused before any data is read.
      new ModelSpec.Network(wideSize, wordSize, Arrangement.PARALLEL, kernels.parallel(), filters);
      new ModelSpec.Network(wideSize, wordSize, Arrangement.STACKED, kernels.stacked(), filters);
    }

    /** The shape, where the tasks have spans among them or not. */
    ModelSpec.Network shape(boolean spans) {
      boolean stacked = arrangement == Arranged.STACKED || arrangement == Arranged.AUTO && spans;
      return new ModelSpec.Network(
          wideSize,
          wordSize,
          stacked ? Arrangement.STACKED : Arrangement.PARALLEL,
          stacked ? kernels.stacked() : kernels.parallel(),
          filters);
    }
  }

  /**
   * Probabilities of being hidden in training, each in [0, 1).
   *
   * @param ngrams of an n-gram
   * @param embeddings of a number in a word's embedding
   * @param representation of a number that the heads read
   * @param part of the wide part or the convolutions as a whole
   */
  public record Dropout(double ngrams, double embeddings, double representation, double part) {
    public Dropout {
      Settings.requireFraction("dropout.ngrams", ngrams);
      Settings.requireFraction("dropout.embeddings", embeddings);
      Settings.requireFraction("dropout.representation", representation);
      Settings.requireFraction("dropout.part", part);
    }
  }

  /**
   * What keeps a network from learning its examples by heart.
   *
   * @param weightDecay decay of AdamW, as a multiple of the rate
   * @param l1 factor of the parameters' absolute values in the loss
   * @param l2 factor of half the parameters' squares in the loss
   * @param labelSmoothing probability spread evenly over a task's labels, in [0, 1)
   * @param consistency weight of how far two answers to the same text are apart, read twice with
   *     different parts hidden; 0: texts are read once
   * @param clipNorm the greatest norm of a step's gradient; 0: any
   */
  public record Regularisation(
      double weightDecay,
      double l1,
      double l2,
      double labelSmoothing,
      double consistency,
      double clipNorm) {
    public Regularisation {
      Settings.requireNotNegative("regularisation.weightDecay", weightDecay);
      Settings.requireNotNegative("regularisation.l1", l1);
      Settings.requireNotNegative("regularisation.l2", l2);
      Settings.requireFraction("regularisation.labelSmoothing", labelSmoothing);
      Settings.requireNotNegative("regularisation.consistency", consistency);
      Settings.requireNotNegative("regularisation.clipNorm", clipNorm);
    }
  }

  /**
   * What a model remembers of its examples, see {@link io.trunkline.model.Model.Memory}.
   *
   * @param golden bytes of dev examples at the most; 0: none
   * @param replay bytes of training examples at the most; 0: none
   */
  public record Memory(int golden, int replay) {
    private static final int MOST = 1 << 25;

    public Memory {
      Settings.require(
          golden >= 0 && golden <= MOST, "memory.golden", golden, "0 to " + MOST + " bytes");
      Settings.require(
          replay >= 0 && replay <= MOST, "memory.replay", replay, "0 to " + MOST + " bytes");
    }
  }

  /** Settings that suit sets of a thousand to some hundred thousand short texts; see README. */
  public static TrainingConfig defaults() {
    return new TrainingConfig(
        List.of(),
        new ModelSpec.Features(1 << 17, 1024, 128),
        new Words(2, 16_384),
        new Trunk(
            256,
            64,
            Trunk.Arranged.AUTO,
            new Trunk.Kernels(List.of(2, 3, 4), List.of(3, 3, 3)),
            128),
        Schedule.ofRate(6e-3),
        new Dropout(0.1, 0.3, 0.5, 0.3),
        new Regularisation(0.01, 0, 0, 0.1, 1, 0),
        new Balance(TaskWeighting.FIXED, Balance.Sampling.PROPORTIONAL, Balance.ClassWeights.NONE),
        Noise.NONE,
        new Memory(1 << 19, 1 << 22),
        1);
  }

  /**
   * The defaults of a training that goes on with all of a model: a tenth of the usual rate, so that
   * what was learnt before is moved, not lost.
   */
  public static TrainingConfig fineTuning() {
    return defaults().withSchedule(Schedule.ofRate(6e-4));
  }

  /** The same, of these tasks only. */
  public TrainingConfig withTasks(List<TaskChoice> newTasks) {
    return new TrainingConfig(
        newTasks,
        features,
        words,
        network,
        schedule,
        dropout,
        regularisation,
        balance,
        noise,
        memory,
        seed);
  }

  /** The same, on another schedule. */
  public TrainingConfig withSchedule(Schedule newSchedule) {
    return new TrainingConfig(
        tasks,
        features,
        words,
        network,
        newSchedule,
        dropout,
        regularisation,
        balance,
        noise,
        memory,
        seed);
  }

  /** The same, with other random choices. */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        tasks,
        features,
        words,
        network,
        schedule,
        dropout,
        regularisation,
        balance,
        noise,
        memory,
        newSeed);
  }
}
