package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The convolutions that read other convolutions, which cannot be folded into a table of words: a
 * product for all tokens of a batch. Confined to one thread.
 */
final class StackedConvolutions implements AutoCloseable {
  private final ModelSpec.Network network;
  private final int first;
  private final List<Product> products = new ArrayList<>();

  StackedConvolutions(Model model) {
    network = model.spec().network();
    first = FoldedConvolutions.count(network);
    Layout layout = Layout.of(model.spec());
    for (int i = first; i < network.kernels().size(); i++) {
      Segment segment = layout.segment(TrunkGraph.convolution(i));
      products.add(new Product(segment.weights(model.dense()), segment.biases(model.dense())));
    }
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return products.isEmpty();
  }

  /**
   * Puts what each gives out where the next one reads it.
   *
   * @param features a row a token: its embedding, then what each convolution gives out
   */
  void addTo(float[] features, WordInput words) {
    int stride = Layout.tokenFeatures(network);
    int filters = network.filters();
    for (int i = 0; i < products.size(); i++) {
      int from = network.wordSize() + (first + i - 1) * filters;
      float[] windows = windows(features, from, first + i, words);
      float[] sums = products.get(i).of(windows, words.tokens());
      for (int token = 0; token < words.tokens(); token++) {
        int to = token * stride + from + filters;
        for (int j = 0; j < filters; j++) {
          features[to + j] = Math.max(0, sums[token * filters + j]);
        }
      }
    }
  }

  /** What the convolution reads around each token, with zeros beyond the ends of its text. */
  private float[] windows(float[] features, int from, int convolution, WordInput words) {
    int kernel = network.kernels().get(convolution);
    int filters = network.filters();
    int stride = Layout.tokenFeatures(network);
    float[] windows = new float[words.tokens() * kernel * filters];
    for (int text = 0; text < words.lengths().length; text++) {
      int start = words.starts()[text];
      int end = start + words.lengths()[text];
      for (int token = start; token < end; token++) {
        for (int tap = 0; tap < kernel; tap++) {
          int read = token + Windows.shift(kernel, TrunkGraph.dilation(network, convolution), tap);
          if (read >= start && read < end) {
            System.arraycopy(
                features, read * stride + from, windows, (token * kernel + tap) * filters, filters);
          }
        }
      }
    }
    return windows;
  }

  @Override
  public void close() {
    products.forEach(Product::close);
  }
}
