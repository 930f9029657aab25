package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.Spellings;
import java.util.List;

/** The layers of a trained network, for whoever computes with them otherwise. */
public final class Layers {
  private final Model model;
  private final ModelSpec spec;
  private final Layout layout;

  /** The parameters are shared, not copied. */
  public Layers(Model model) {
    this.model = model;
    spec = model.spec();
    layout = Layout.of(spec);
  }

  /**
   * The convolution at {@code index}. It reads as many tokens as its kernel is wide, of each token
   * all channels, one token after the other; {@link #shift} says which.
   */
  public Affine convolution(int index) {
    return affine(TrunkGraph.convolution(index));
  }

  /** How far after a token the one is that a tap of a convolution reads at it; below 0: before. */
  public int shift(int convolution, int tap) {
    int kernel = spec.network().kernels().get(convolution);
    return Windows.shift(kernel, dilation(convolution), tap);
  }

  /** How far apart the tokens are that a convolution reads. */
  public int dilation(int convolution) {
    return TrunkGraph.dilation(spec.network(), convolution);
  }

  /** How many of the convolutions, from the first on, read words; the others read each other. */
  public int readingWords() {
    return FoldedConvolutions.count(spec.network());
  }

  /**
   * What each tap of the convolutions that read words makes of each word: a row a word, of as many
   * numbers as there are filters, before biases.
   *
   * @return by convolution and tap
   */
  public float[][][] folded() {
    return FoldedConvolutions.of(model).taps();
  }

  /** The sums of the rows of the wide table that words are spelled with, a row a word. */
  public float[] spelled(Spellings spellings) {
    int width = spec.network().wideSize();
    LookUpTable sums = SpelledWords.of(spellings, model.wide()).sums();
    float[] scratch = new float[width];
    float[] rows = new float[spellings.words() * width];
    for (int word = 0; word < spellings.words(); word++) {
      System.arraycopy(sums.row(word, scratch), 0, rows, word * width, width);
    }
    return rows;
  }

  /**
   * The head of the task at {@code index}, with the common head that it may have added: {@code H x
   * + C x = (H + C) x}.
   */
  public Affine head(int index) {
    Affine head = affine(TrunkGraph.head(index));
    List<List<Integer>> common = Heads.common(spec);
    for (int group = 0; group < common.size(); group++) {
      if (common.get(group).contains(index)) {
        Affine shared = affine(TrunkGraph.common(group));
        Sums.add(head.weights(), shared.weights());
        Sums.add(head.biases(), shared.biases());
      }
    }
    return head;
  }

  /** The layer, with a ReLU behind it, between a task's head and the tasks that it reads. */
  public Affine fusion(int index) {
    return affine(TrunkGraph.fusion(index));
  }

  /** A copy. */
  private Affine affine(String layer) {
    Segment segment = layout.segment(layer);
    return new Affine(segment.weights(model.dense()), segment.biases(model.dense()));
  }
}
