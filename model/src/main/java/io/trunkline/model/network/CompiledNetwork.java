package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.hardware.Backends;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Spellings;
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

  private final Model model;
  private final FoldedConvolutions convolutions;
  private final SpelledWords words;

  private CompiledNetwork(Model model, FoldedConvolutions convolutions, SpelledWords words) {
    this.model = model;
    this.convolutions = convolutions;
    this.words = words;
  }

  /**
   * Whether a network can be compiled; otherwise {@link Network} has to serve, as it does where a
   * card computes: tables of the CPU's would leave it idle.
   */
  public static boolean supports(ModelSpec spec, Spellings spellings, Backends backends) {
    return !backends.cuda()
        && FoldedConvolutions.size(spec.network(), spellings.words()) <= MOST_FOLDED
        && SpelledWords.size(spellings, spec.network().wideSize()) <= MOST_FOLDED;
  }

  /**
   * Compiles a network. The parameters are shared, not copied, and must not change. Where the
   * model's tables have 8 bits a number, those made of them have too.
   *
   * @param spellings of the words that the embeddings have rows for
   */
  public static CompiledNetwork of(Model model, Spellings spellings) {
    return new CompiledNetwork(
        model, FoldedConvolutions.of(model), SpelledWords.of(spellings, model.wide()));
  }

  /** What all tables take that it reads, the model's own included. */
  public long bytes() {
    return model.wide().bytes()
        + model.embeddings().bytes()
        + convolutions.bytes()
        + words.sums().bytes();
  }

  /** Something that computes with it, for one thread. */
  public Scorer scorer() {
    return new Work();
  }

  private final class Work implements Scorer {
    private final ModelSpec spec = model.spec();
    private final ModelSpec.Network network = spec.network();
    private final int width = Layout.textFeatures(network);
    private final WideFeatures wide = new WideFeatures(model.wide(), words);
    private final FoldedConvolutions.Reader reader = convolutions.reader();
    private final StackedConvolutions stacked = new StackedConvolutions(model);
    private final CompiledHeads heads = new CompiledHeads(model);
    private float[] features = {};

    @Override
    public Logits score(List<EncodedText> texts) {
      if (features.length < texts.size() * width) {
        features = new float[texts.size() * width];
      }
      for (int i = 0; i < texts.size(); i++) {
        wide.put(texts.get(i), features, i * width);
      }
      if (!stacked.isEmpty() || Heads.readTokens(spec)) {
        WordInput input = WordInput.of(texts, network.wordSize());
        float[] ofTokens = tokenFeatures(texts, input);
        putMaxima(input, ofTokens);
        return heads.logits(features, texts.size(), ofTokens, input.lengths());
      }
      for (int i = 0; i < texts.size(); i++) {
        reader.read(texts.get(i).wordRows());
        reader.putMaxima(features, i * width + network.wideSize());
      }
      return heads.logits(features, texts.size(), new float[0], new int[0]);
    }

    /** Of each token its embedding and what each convolution puts out. */
    private float[] tokenFeatures(List<EncodedText> texts, WordInput input) {
      int stride = Layout.tokenFeatures(network);
      int size = network.wordSize();
      float[] ofTokens = new float[input.tokens() * stride];
      for (int token = 0; token < input.tokens(); token++) {
        model.embeddings().read(input.rows()[token], ofTokens, token * stride);
      }
      for (int text = 0; text < texts.size(); text++) {
        reader.read(texts.get(text).wordRows());
        for (int i = 0; i < convolutions.count(); i++) {
          int at = input.starts()[text] * stride + size + i * network.filters();
          reader.putTokens(i, ofTokens, at, stride);
        }
      }
      stacked.addTo(ofTokens, input);
      return ofTokens;
    }

    private void putMaxima(WordInput input, float[] ofTokens) {
      int channels = network.kernels().size() * network.filters();
      int stride = Layout.tokenFeatures(network);
      for (int text = 0; text < input.lengths().length; text++) {
        int at = text * width + network.wideSize();
        // They are behind a ReLU: none is less than 0.
        Arrays.fill(features, at, at + channels, 0);
        int from = input.starts()[text];
        for (int token = from; token < from + input.lengths()[text]; token++) {
          int row = token * stride + network.wordSize();
          for (int i = 0; i < channels; i++) {
            features[at + i] = Math.max(features[at + i], ofTokens[row + i]);
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
