package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import java.util.Arrays;

/**
 * Convolutions over word embeddings as a table of words. A convolution is linear in each token it
 * reads: with kernel {@code W}, embeddings {@code E} and tokens {@code t},
 *
 * <pre>{@code y[p] = b + Σ_j W_j E[t_(p+j)] = b + Σ_j (E W_j)[t_(p+j)]}</pre>
 *
 * <p>so that the products can be made once for each word, and each text needs look-ups, additions
 * and a running maximum. {@code ReLU(max(y) + b) = max(ReLU(y + b))}: bias and ReLU come last.
 *
 * <p>May be shared by threads.
 */
final class FoldedConvolutions {
  /** Rows folded at once: what they make must not take much memory beside the table. */
  private static final int CHUNK = 1024;

  private final int filters;
  private final int[] kernels;
  private final int[] places;
  private final int widest;
  private final int width;
  private final float[] table;
  private final float[] biases;

  private FoldedConvolutions(
      int filters, int[] kernels, int[] places, int width, float[] table, float[] biases) {
    this.filters = filters;
    this.kernels = kernels;
    this.places = places;
    this.widest = Arrays.stream(kernels).max().orElse(1);
    this.width = width;
    this.table = table;
    this.biases = biases;
  }

  /** How many of a network's convolutions read the words. */
  static int count(ModelSpec.Network network) {
    return network.arrangement() == ModelSpec.Network.Arrangement.PARALLEL
        ? network.kernels().size()
        : 1;
  }

  /** How many numbers the table would have. */
  static long size(ModelSpec.Network network, int rows) {
    return (rows + 1L) * width(network);
  }

  private static int width(ModelSpec.Network network) {
    return network.filters()
        * network.kernels().stream().limit(count(network)).mapToInt(Integer::intValue).sum();
  }

  /** Folds the convolutions that read the words. */
  static FoldedConvolutions of(ModelSpec spec, Parameters parameters) {
    ModelSpec.Network network = spec.network();
    int filters = network.filters();
    int count = count(network);
    int width = width(network);
    int[] kernels = new int[count];
    int[] places = new int[count];
    float[] slices = new float[width * network.wordSize()];
    float[] biases = new float[count * filters];
    int place = 0;
    Layout layout = Layout.of(spec);
    for (int i = 0; i < count; i++) {
      Segment segment = layout.segment(TrunkGraph.convolution(i));
      kernels[i] = network.kernels().get(i);
      places[i] = place;
      place += kernels[i] * filters;
      slice(parameters.dense(), segment, kernels[i], slices, places[i] * network.wordSize());
      System.arraycopy(parameters.dense(), segment.bias(0), biases, i * filters, filters);
    }
    float[] table = fold(parameters.embeddings(), network.wordSize(), slices, width);
    return new FoldedConvolutions(filters, kernels, places, width, table, biases);
  }

  /** A convolution's weights, {@code [filters × kernel · channels]}, tap by tap. */
  private static void slice(float[] dense, Segment segment, int kernel, float[] slices, int at) {
    int channels = segment.inputs() / kernel;
    int to = at;
    for (int tap = 0; tap < kernel; tap++) {
      for (int filter = 0; filter < segment.outputs(); filter++) {
        System.arraycopy(dense, segment.weight(filter, tap * channels), slices, to, channels);
        to += channels;
      }
    }
  }

  /** With a row of zeros behind the last, for what lies beyond a text's ends. */
  private static float[] fold(float[] embeddings, int wordSize, float[] slices, int width) {
    int rows = embeddings.length / wordSize;
    float[] table = new float[(rows + 1) * width];
    try (Product product = new Product(slices, new float[width])) {
      for (int from = 0; from < rows; from += CHUNK) {
        int count = Math.min(CHUNK, rows - from);
        float[] words = Arrays.copyOfRange(embeddings, from * wordSize, (from + count) * wordSize);
        System.arraycopy(product.times(words, count), 0, table, from * width, count * width);
      }
    }
    return table;
  }

  /** Convolutions. */
  int count() {
    return kernels.length;
  }

  /**
   * Where the words of a text, and what is beyond its ends, have their rows in the table.
   *
   * @param words rows of the embeddings
   * @return as many places before the first word as {@link #before} says, and as many as the widest
   *     kernel needs after the last
   */
  int[] places(int[] words) {
    int[] rows = new int[before() + words.length + widest];
    Arrays.fill(rows, table.length - width);
    for (int i = 0; i < words.length; i++) {
      rows[before() + i] = words[i] * width;
    }
    return rows;
  }

  private int before() {
    return widest / 2;
  }

  /**
   * The greatest number of each filter over a text's tokens, after bias and ReLU.
   *
   * @param rows the text's {@link #places}
   * @param tokens how many it has
   * @param into filter by filter, one convolution after the other
   */
  void maxima(int[] rows, int tokens, float[] into, int at) {
    float[] maxima = new float[filters];
    for (int i = 0; i < kernels.length; i++) {
      Arrays.fill(maxima, Float.NEGATIVE_INFINITY);
      int first = before() - (kernels[i] - 1) / 2;
      for (int token = 0; token < tokens; token++) {
        addMaximum(rows, first + token, kernels[i], places[i], maxima);
      }
      rectify(maxima, i, into, at + i * filters);
    }
  }

  private void addMaximum(int[] rows, int from, int kernel, int place, float[] maxima) {
    int f = filters;
    int a = rows[from] + place;
    switch (kernel) {
      case 1 -> Sums.maximum(maxima, table, a);
      case 2 -> Sums.maximum(maxima, table, a, rows[from + 1] + place + f);
      case 3 ->
          Sums.maximum(
              maxima, table, a, rows[from + 1] + place + f, rows[from + 2] + place + 2 * f);
      case 4 ->
          Sums.maximum(
              maxima,
              table,
              a,
              rows[from + 1] + place + f,
              rows[from + 2] + place + 2 * f,
              rows[from + 3] + place + 3 * f);
      default -> Sums.maximum(maxima, sum(rows, from, kernel, place));
    }
  }

  private float[] sum(int[] rows, int from, int kernel, int place) {
    float[] sum = new float[filters];
    for (int tap = 0; tap < kernel; tap++) {
      Sums.add(sum, table, rows[from + tap] + place + tap * filters);
    }
    return sum;
  }

  /**
   * What a convolution puts out for each token of a text, after bias and ReLU.
   *
   * @param into a row a token
   * @param stride from row to row
   */
  void tokens(int[] rows, int tokens, int convolution, float[] into, int at, int stride) {
    int kernel = kernels[convolution];
    int first = before() - (kernel - 1) / 2;
    for (int token = 0; token < tokens; token++) {
      float[] sum = sum(rows, first + token, kernel, places[convolution]);
      rectify(sum, convolution, into, at + token * stride);
    }
  }

  private void rectify(float[] sums, int convolution, float[] into, int at) {
    for (int i = 0; i < filters; i++) {
      into[at + i] = Math.max(0, sums[i] + biases[convolution * filters + i]);
    }
  }
}
