package io.trunkline.model;

import java.util.List;

/**
 * All that is needed to build a network, but its parameters.
 *
 * @param tasks one head each, in this order
 * @param features how a text becomes numbers
 * @param network the trunk's shape
 */
public record ModelSpec(List<Task> tasks, Features features, Network network) {
  public ModelSpec {
    tasks = List.copyOf(tasks);
  }

  /**
   * How a text becomes numbers.
   *
   * @param wideRows rows of the hashed n-gram table, a power of two
   * @param maxNgrams n-grams of a text that are used at the most
   * @param maxTokens tokens of a text that the convolutions see at the most
   */
  public record Features(int wideRows, int maxNgrams, int maxTokens) {}

  /**
   * The trunk's shape.
   *
   * @param wideSize width of the n-gram table
   * @param wordSize width of the word embeddings
   * @param kernels widths of the parallel convolutions, in tokens
   * @param filters outputs of each convolution
   */
  public record Network(int wideSize, int wordSize, List<Integer> kernels, int filters) {
    public Network {
      kernels = List.copyOf(kernels);
    }
  }
}
