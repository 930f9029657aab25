package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.List;

/**
 * A trained network compiled for serving: {@linkplain FoldedConvolutions folded} convolutions, sums
 * and maxima without arrays in between, and one product for all heads of a batch. It says what
 * {@link Network} says, to within the rounding of floats. May be shared by threads, each of which
 * has a {@link #scorer} of its own.
 */
public final class CompiledNetwork {
  /** A table that takes more than a gigabyte would not be read from a cache in any case. */
  private static final long MOST_FOLDED = 1L << 28;

  private final ModelSpec spec;
  private final Parameters parameters;
  private final FoldedConvolutions convolutions;

  private CompiledNetwork(ModelSpec spec, Parameters parameters, FoldedConvolutions convolutions) {
    this.spec = spec;
    this.parameters = parameters;
    this.convolutions = convolutions;
  }

  /** Whether a network can be compiled; otherwise {@link Network} has to serve. */
  public static boolean supports(ModelSpec spec, Parameters parameters) {
    int rows = parameters.embeddings().length / spec.network().wordSize();
    return FoldedConvolutions.size(spec.network(), rows) <= MOST_FOLDED;
  }

  /** Compiles a network. The parameters are shared, not copied, and must not change. */
  public static CompiledNetwork of(ModelSpec spec, Parameters parameters) {
    return new CompiledNetwork(spec, parameters, FoldedConvolutions.of(spec, parameters));
  }

  /** Something that computes with it, for one thread. */
  public Scorer scorer() {
    return new Work();
  }

  private final class Work implements Scorer {
    private final ModelSpec.Network network = spec.network();
    private final StackedConvolutions stacked = new StackedConvolutions(spec, parameters);
    private final CompiledHeads heads = new CompiledHeads(spec, parameters);

    @Override
    public List<float[][]> logits(List<EncodedText> texts) {
      WordInput words = WordInput.of(texts, network.wordSize());
      int width = Layout.textFeatures(network);
      float[] ofTexts = new float[texts.size() * width];
      addWide(texts, ofTexts, width);
      if (!stacked.isEmpty() || Heads.readTokens(spec)) {
        float[] ofTokens = tokenFeatures(words);
        addMaxima(words, ofTokens, ofTexts, width);
        return heads.logits(ofTexts, ofTokens, words);
      }
      for (int i = 0; i < texts.size(); i++) {
        int[] read = texts.get(i).words();
        convolutions.maxima(
            convolutions.places(read), read.length, ofTexts, i * width + network.wideSize());
      }
      return heads.logits(ofTexts, new float[0], words);
    }

    private void addWide(List<EncodedText> texts, float[] ofTexts, int width) {
      float[] wide = new NgramInput(texts, network.wideSize()).gather(parameters.wide());
      for (int i = 0; i < texts.size(); i++) {
        for (int j = 0; j < network.wideSize(); j++) {
          ofTexts[i * width + j] = Math.max(0, wide[i * network.wideSize() + j]);
        }
      }
    }

    /** Of each token its embedding and what each convolution puts out. */
    private float[] tokenFeatures(WordInput words) {
      int width = Layout.tokenFeatures(network);
      int size = network.wordSize();
      float[] features = new float[words.tokens() * width];
      for (int token = 0; token < words.tokens(); token++) {
        System.arraycopy(
            parameters.embeddings(), words.rows()[token] * size, features, token * width, size);
      }
      for (int text = 0; text < words.lengths().length; text++) {
        int from = words.starts()[text];
        int[] read = Arrays.copyOfRange(words.rows(), from, from + words.lengths()[text]);
        int[] rows = convolutions.places(read);
        for (int i = 0; i < convolutions.count(); i++) {
          int at = from * width + size + i * network.filters();
          convolutions.tokens(rows, read.length, i, features, at, width);
        }
      }
      stacked.addTo(features, words);
      return features;
    }

    private void addMaxima(WordInput words, float[] ofTokens, float[] ofTexts, int width) {
      int channels = network.kernels().size() * network.filters();
      int stride = Layout.tokenFeatures(network);
      for (int text = 0; text < words.lengths().length; text++) {
        int at = text * width + network.wideSize();
        int from = words.starts()[text];
        for (int token = from; token < from + words.lengths()[text]; token++) {
          int row = token * stride + network.wordSize();
          for (int i = 0; i < channels; i++) {
            // They are behind a ReLU: none is less than 0, where the maximum starts.
            ofTexts[at + i] = Math.max(ofTexts[at + i], ofTokens[row + i]);
          }
        }
      }
    }

    @Override
    public void close() {
      stacked.close();
      heads.close();
    }
  }
}
