package io.trunkline.model.network;

import java.util.Map;
import java.util.Set;

/**
 * How a network learns.
 *
 * @param penalty on large parameters
 * @param labelSmoothing probability spread evenly over a task's labels; see {@link Loss} for each
 *     kind of task
 * @param consistency if above 0, every text of a batch is read twice, with different parts of it
 *     hidden, and so many times {@link Loss#divergence} of the two answers is part of the loss
 * @param dropout what is hidden from it
 * @param clipNorm the longest that a step's gradient may be, over all parameters together; a longer
 *     one is scaled down to it; 0: as long as it is
 * @param tasks how the tasks' losses are weighed
 * @param headsOnly names of the tasks whose heads alone learn, while every other number stays as it
 *     is, bit for bit; empty: everything learns
 * @see <a href="https://arxiv.org/abs/1211.5063">R. Pascanu, T. Mikolov and Y. Bengio, On the
 *     difficulty of training recurrent neural networks, ICML 2013, for clipping</a>
 */
public record LearnerSettings(
    Penalty penalty,
    double labelSmoothing,
    double consistency,
    DropoutRates dropout,
    double clipNorm,
    TaskWeights tasks,
    Set<String> headsOnly) {
  public LearnerSettings {
    headsOnly = Set.copyOf(headsOnly);
  }

  /** The same, pulled back to where learning started. */
  public LearnerSettings withAnchor(double anchor) {
    Penalty pulled = new Penalty(penalty.weightDecay(), penalty.l1(), penalty.l2(), anchor);
    return new LearnerSettings(
        pulled, labelSmoothing, consistency, dropout, clipNorm, tasks, headsOnly);
  }

  /** The same, but the heads of these tasks alone learn. */
  public LearnerSettings withHeadsOnly(Set<String> names) {
    return new LearnerSettings(
        penalty, labelSmoothing, consistency, dropout, clipNorm, tasks, names);
  }

  /**
   * What large parameters cost.
   *
   * @param weightDecay of AdamW, decoupled from the gradient
   * @param l1 λ₁ of a loss λ₁ Σ |θ|
   * @param l2 λ₂ of a loss ½ λ₂ Σ θ²
   * @param anchor λ₀ of a loss ½ λ₀ Σ (θ − θ₀)², with θ₀ what learning started from; of a table,
   *     all three over the rows that a batch has
   */
  public record Penalty(double weightDecay, double l1, double l2, double anchor) {
    /** One that pulls to nowhere but zero. */
    public Penalty(double weightDecay, double l1, double l2) {
      this(weightDecay, l1, l2, 0);
    }

    boolean isPartOfTheLoss() {
      return l1 > 0 || l2 > 0 || anchor > 0;
    }
  }

  /**
   * Probabilities of being hidden.
   *
   * @param ngrams of an n-gram
   * @param embeddings of a number of a word's embedding
   * @param features of a number that the heads read; span heads lose it for all of a text's tokens
   *     at once
   * @param part of the wide part, or as likely of the convolutions, for a whole text; the other
   *     then counts twice
   */
  public record DropoutRates(double ngrams, double embeddings, double features, double part) {}

  /**
   * How losses are weighed.
   *
   * @param weighting how tasks make one step
   * @param factors λ of each task by name, 1 where there is none; {@link
   *     TaskWeighting#UNCERTAINTY}, which learns its own, leaves them out
   * @param outputs by task, what the loss of each label, or of each BIO tag of a spans task, is
   *     multiplied by; 1 where there is none
   */
  public record TaskWeights(
      TaskWeighting weighting, Map<String, Double> factors, Map<String, float[]> outputs) {
    /** All alike. */
    public static final TaskWeights EQUAL =
        new TaskWeights(TaskWeighting.FIXED, Map.of(), Map.of());

    public TaskWeights {
      factors = Map.copyOf(factors);
      outputs = Map.copyOf(outputs);
    }
  }
}
