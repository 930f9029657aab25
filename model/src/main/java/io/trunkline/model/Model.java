package io.trunkline.model;

import java.util.List;
import java.util.Map;

/**
 * A trained model: what it answers, how it reads, and its parameters. A value without behaviour;
 * the arrays are shared, not copied, and must not be changed.
 *
 * @param spec tasks, feature settings and network shape
 * @param words the word table: word of row i + 2, by falling frequency in training; row 0 is
 *     padding and row 1 stands for every other word
 * @param ngrams the n-gram table's index: for each row the hash of its n-gram, 0 if it has none
 * @param wide the n-gram table, row-major, {@code features.wideRows × network.wideSize}
 * @param embeddings the word embeddings, row-major, {@code (words.size() + 2) × network.wordSize}
 * @param dense the parameters of convolutions and heads, in the order the network lays them out
 * @param calibration how each task's outputs become answers, by the task's name; every task of the
 *     spec has one
 * @param training what it was trained on and how well it did
 */
public record Model(
    ModelSpec spec,
    List<String> words,
    int[] ngrams,
    float[] wide,
    float[] embeddings,
    float[] dense,
    Map<String, Calibration> calibration,
    TrainingSummary training) {

  /**
   * Where a model comes from.
   *
   * @param dataDigest SHA-256 over the training examples, 64 hexadecimal digits
   * @param examples how many there were
   * @param seed the seed of every random choice
   * @param metrics measured figures by name, {@code dev.<task>.accuracy} and the like, fractions of
   *     1
   */
  public record TrainingSummary(
      String dataDigest, long examples, long seed, Map<String, Double> metrics) {}
}
