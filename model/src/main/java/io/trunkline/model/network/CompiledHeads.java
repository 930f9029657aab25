package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.Task;
import java.util.List;

/**
 * All heads of a network. Those that read the whole text are one product, into which the common
 * heads are added, and so are those that read tokens; fusion heads follow, one by one. Confined to
 * one thread.
 */
final class CompiledHeads implements AutoCloseable {
  private final List<Task> tasks;
  private final HeadProduct ofTexts;
  private final HeadProduct ofTokens;
  private final FusionHeads fusions;
  private final boolean readTokens;

  /** Where in a text's row each task begins, if its tokens make no difference. */
  private final int[] starts;

  CompiledHeads(Model model) {
    tasks = model.spec().tasks();
    ofTexts = HeadProduct.of(model, Heads::readsText);
    ofTokens = HeadProduct.of(model, Heads::readsTokens);
    fusions = new FusionHeads(model);
    readTokens = Heads.readTokens(model.spec());
    starts = starts(1);
  }

  private int[] starts(int tokens) {
    int[] ofTasks = new int[tasks.size() + 1];
    for (int i = 0; i < tasks.size(); i++) {
      int rows = Heads.readsTokens(tasks.get(i)) ? tokens : 1;
      ofTasks[i + 1] = ofTasks[i] + rows * Heads.outputs(tasks.get(i));
    }
    return ofTasks;
  }

  /**
   * What the heads say.
   *
   * @param texts what they read of each text, a row a text; there may be more behind
   * @param count how many texts there are
   * @param tokens what they read of each token, a row a token; empty if no head does
   * @param lengths tokens of each text; empty if no head reads them
   */
  Logits logits(float[] texts, int count, float[] tokens, int[] lengths) {
    int[][] places = new int[count][];
    float[][] rows = new float[count][];
    int all = 0;
    for (int text = 0; text < count; text++) {
      places[text] = readTokens ? starts(lengths[text]) : starts;
      rows[text] = new float[places[text][tasks.size()]];
      all += readTokens ? lengths[text] : 0;
    }
    Logits logits = new Logits(rows, places);
    ofTexts.putOfTexts(texts, logits);
    ofTokens.putOfTokens(tokens, all, logits);
    fusions.add(logits);
    return logits;
  }

  @Override
  public void close() {
    ofTexts.close();
    ofTokens.close();
  }
}
