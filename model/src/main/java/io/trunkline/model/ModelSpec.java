package io.trunkline.model;

import java.util.HashSet;
import java.util.List;

/**
 * All that is needed to build a network, but its parameters. A value out of range is refused with
 * an {@link InvalidInputException}: specs come from configuration and model files.
 *
 * @param tasks one head each, in this order; names differ
 * @param features how a text becomes numbers
 * @param network the trunk's shape
 */
public record ModelSpec(List<Task> tasks, Features features, Network network) {
  public ModelSpec {
    tasks = List.copyOf(tasks);
    List<String> names = tasks.stream().map(Task::name).toList();
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new InvalidInputException(
          "tasks are %s, expected at least one and each once".formatted(names));
    }
    new Readings(tasks).check();
  }

  /**
   * How a text becomes numbers.
   *
   * @param wideRows rows of the n-gram table, a power of two
   * @param maxNgrams n-grams of a text that are used at the most
   * @param maxTokens tokens of a text that the convolutions see at the most
   * @param attributes names of the texts' attributes that are read beside the text
   */
  public record Features(int wideRows, int maxNgrams, int maxTokens, List<String> attributes) {
    public Features {
      attributes = List.copyOf(attributes);
      attributes.forEach(name -> Names.require("an attribute's name", name));
      requireRange("features.wideRows", wideRows, 1 << 24);
      if (Integer.bitCount(wideRows) != 1) {
        throw new InvalidInputException(
            "features.wideRows is " + wideRows + ", expected a power of two");
      }
      requireRange("features.maxNgrams", maxNgrams, 1 << 16);
      requireRange("features.maxTokens", maxTokens, 1 << 16);
    }

    /** The same with another number of rows. */
    public Features withWideRows(int newWideRows) {
      return new Features(newWideRows, maxNgrams, maxTokens, attributes);
    }

    /** Features of texts alone. */
    public Features(int wideRows, int maxNgrams, int maxTokens) {
      this(wideRows, maxNgrams, maxTokens, List.of());
    }
  }

  /**
   * The trunk's shape.
   *
   * @param wideSize width of the n-gram table
   * @param wordSize width of the word embeddings
   * @param arrangement how the convolutions follow each other
   * @param kernels widths of the convolutions, in tokens
   * @param filters outputs of each convolution
   */
  public record Network(
      int wideSize, int wordSize, Arrangement arrangement, List<Integer> kernels, int filters) {
    /** How convolutions follow each other. */
    public enum Arrangement {
      /** Each reads the words. Enough to label texts, and quick to serve. */
      PARALLEL,
      /**
       * Each reads the one before, with dilations 1, 2, 4 …: a token's features see far around it,
       * as spans need.
       */
      STACKED
    }

    public Network {
      requireRange("network.wideSize", wideSize, 1 << 14);
      requireRange("network.wordSize", wordSize, 1 << 14);
      kernels = List.copyOf(kernels);
      requireRange("number of network.kernels", kernels.size(), 16);
      kernels.forEach(kernel -> requireRange("network.kernels", kernel, 64));
      requireRange("network.filters", filters, 1 << 14);
    }
  }

  private static void requireRange(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new InvalidInputException("%s is %d, expected 1 to %d".formatted(name, value, most));
    }
  }
}
