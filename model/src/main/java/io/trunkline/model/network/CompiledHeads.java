package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import java.util.Arrays;
import java.util.List;

/**
 * All heads of a network. Those that read the whole text are one product, into which the common
 * heads are added, and so are those that read tokens; fusion heads follow, one by one. Confined to
 * one thread.
 */
final class CompiledHeads implements AutoCloseable {
  private final ModelSpec spec;
  private final HeadProduct ofTexts;
  private final HeadProduct ofTokens;
  private final FusionHeads fusions;
  private int[] ones = {};

  CompiledHeads(Model model) {
    spec = model.spec();
    ofTexts = HeadProduct.of(model, Heads::readsText);
    ofTokens = HeadProduct.of(model, Heads::readsTokens);
    fusions = new FusionHeads(model);
  }

  /**
   * What the heads say, as {@link Scorer#logits} has it.
   *
   * @param texts what they read of each text, a row a text; there may be more behind
   * @param count how many texts there are
   * @param tokens what they read of each token, a row a token; empty if no head does
   * @param lengths tokens of each text; empty if no head reads them
   */
  List<float[][]> logits(float[] texts, int count, float[] tokens, int[] lengths) {
    if (ones.length != count) {
      ones = new int[count];
      Arrays.fill(ones, 1);
    }
    float[][][] logits = new float[spec.tasks().size()][count][];
    ofTexts.split(texts, ones, logits);
    ofTokens.split(tokens, lengths, logits);
    fusions.add(logits);
    return List.of(logits);
  }

  @Override
  public void close() {
    ofTexts.close();
    ofTokens.close();
  }
}
