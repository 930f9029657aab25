package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Table;
import io.trunkline.model.text.Rows;
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
  private final int widest;
  private final LookUpTable table;

  /** Where in the table the word of zeros begins, for what lies beyond a text's ends. */
  private final int beyond;

  private final float[][] biases;

  /** Where each convolution's first tap is among all taps; behind the last how many there are. */
  private final int[] taps;

  private FoldedConvolutions(
      int filters, int[] kernels, int[] taps, LookUpTable table, int words, float[][] biases) {
    this.filters = filters;
    this.kernels = kernels;
    this.taps = taps;
    this.widest = Arrays.stream(kernels).max().orElse(1);
    this.table = table;
    beyond = words * taps[kernels.length];
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
  static FoldedConvolutions of(Model model) {
    ModelSpec.Network network = model.spec().network();
    int filters = network.filters();
    int count = count(network);
    int[] kernels = new int[count];
    int[] taps = new int[count + 1];
    float[] slices = new float[width(network) * network.wordSize()];
    float[][] biases = new float[count][];
    Layout layout = Layout.of(model.spec());
    for (int i = 0; i < count; i++) {
      Segment segment = layout.segment(TrunkGraph.convolution(i));
      kernels[i] = network.kernels().get(i);
      taps[i + 1] = taps[i] + kernels[i];
      int at = taps[i] * filters * network.wordSize();
      slice(model.dense(), segment, kernels[i], slices, at);
      biases[i] = segment.biases(model.dense());
    }
    LookUpTable table = fold(model.embeddings(), filters, slices);
    return new FoldedConvolutions(filters, kernels, taps, table, model.embeddings().rows(), biases);
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

  /** A row a word and tap, with a word of zeros behind the last. */
  private static LookUpTable fold(Table embeddings, int filters, float[] slices) {
    int size = embeddings.width();
    int taps = slices.length / size / filters;
    int words = embeddings.rows();
    LookUpTable table = LookUpTable.ofZeros(embeddings.precision(), (words + 1) * taps, filters);
    try (Product product = new Product(slices, new float[taps * filters])) {
      for (int from = 0; from < words; from += CHUNK) {
        int count = Math.min(CHUNK, words - from);
        float[] chunk = new float[count * size];
        for (int word = 0; word < count; word++) {
          embeddings.read(from + word, chunk, word * size);
        }
        float[] folded = product.times(chunk, count);
        for (int row = 0; row < count * taps; row++) {
          table.put(from * taps + row, folded, row * filters);
        }
      }
    }
    return table;
  }

  /** What the table takes. */
  long bytes() {
    return table.bytes();
  }

  /** Convolutions. */
  int count() {
    return kernels.length;
  }

  /** The table by convolution and tap, each a row a word. */
  float[][][] taps() {
    int all = taps[kernels.length];
    int words = beyond / all;
    float[] scratch = new float[filters];
    float[][][] byTap = new float[kernels.length][][];
    for (int i = 0; i < kernels.length; i++) {
      byTap[i] = new float[kernels[i]][words * filters];
      for (int tap = 0; tap < kernels[i]; tap++) {
        for (int word = 0; word < words; word++) {
          float[] row = table.row(word * all + taps[i] + tap, scratch);
          System.arraycopy(row, 0, byTap[i][tap], word * filters, filters);
        }
      }
    }
    return byTap;
  }

  /** Something that reads texts, for one thread. */
  Reader reader() {
    return new Reader();
  }

  /** Reads one text after the other. Confined to one thread. */
  final class Reader {
    private final int before = widest / 2;
    private final int allTaps = taps[kernels.length];
    private final float[] numbers = new float[filters];
    private final float[] sum = new float[filters];
    private final float[][] scratch = new float[4][filters];
    private int[] words = new int[64];
    private int tokens;

    /**
     * Takes another text.
     *
     * @param rows of the embeddings
     */
    void read(Rows rows) {
      tokens = rows.count();
      int needed = before + tokens + widest;
      if (needed > words.length) {
        words = new int[2 * needed];
      }
      Arrays.fill(words, 0, before, beyond);
      for (int i = 0; i < tokens; i++) {
        words[before + i] = rows.get(i) * allTaps;
      }
      Arrays.fill(words, before + tokens, needed, beyond);
    }

    /** What a tap of a convolution adds to its sum at a token; good until four more are read. */
    private float[] row(int convolution, int token, int tap) {
      int first = before - (kernels[convolution] - 1) / 2;
      int row = words[first + token + tap] + taps[convolution] + tap;
      return table.row(row, scratch[tap % scratch.length]);
    }

    /**
     * Puts down the greatest number of each filter over the text's tokens, after bias and ReLU.
     *
     * @param into filter by filter, one convolution after the other
     */
    void putMaxima(float[] into, int at) {
      for (int i = 0; i < kernels.length; i++) {
        Arrays.fill(numbers, Float.NEGATIVE_INFINITY);
        for (int token = 0; token < tokens; token++) {
          addMaximum(i, token);
        }
        Sums.rectify(numbers, biases[i]);
        System.arraycopy(numbers, 0, into, at + i * filters, filters);
      }
    }

    private void addMaximum(int i, int token) {
      float[] a = row(i, token, 0);
      switch (kernels[i]) {
        case 1 -> Sums.maximum(numbers, a);
        case 2 -> Sums.maximum(numbers, a, row(i, token, 1));
        case 3 -> Sums.maximum(numbers, a, row(i, token, 1), row(i, token, 2));
        case 4 -> Sums.maximum(numbers, a, row(i, token, 1), row(i, token, 2), row(i, token, 3));
        default -> Sums.maximum(numbers, sum(i, token));
      }
    }

    private float[] sum(int convolution, int token) {
      Arrays.fill(sum, 0);
      for (int tap = 0; tap < kernels[convolution]; tap++) {
        Sums.add(sum, row(convolution, token, tap));
      }
      return sum;
    }

    /**
     * Puts down what a convolution gives out for each token of the text, after bias and ReLU.
     *
     * @param into a row a token
     * @param stride from row to row
     */
    void putTokens(int convolution, float[] into, int at, int stride) {
      for (int token = 0; token < tokens; token++) {
        Sums.rectify(sum(convolution, token), biases[convolution]);
        System.arraycopy(sum, 0, into, at + token * stride, filters);
      }
    }
  }
}
