package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the parameters a network starts with, all uniformly around zero: tables with a fixed
 * deviation, weights within ±1/√(inputs), biases zero. A head beside a common one starts at zero:
 * at first its task differs in nothing from the others.
 *
 * <p>A row of the n-gram table that no training text has stays zero. It will never be learnt, so
 * that an n-gram met for the first time says nothing, rather than something random; and zeros take
 * no room in a model file.
 */
public final class Initializer {
  private static final double WIDE_DEVIATION = 0.05;
  private static final double EMBEDDING_DEVIATION = 0.1;

  private final RandomGenerator random;

  private Initializer(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Parameters to start with.
   *
   * @param spec the network
   * @param wordRows rows of the word embeddings
   * @param texts that it will learn from
   * @param random where the numbers come from; ND4J's own generator is not used
   */
  public static Parameters parameters(
      ModelSpec spec, int wordRows, List<EncodedText> texts, RandomGenerator random) {
    Initializer initializer = new Initializer(random);
    return new Parameters(
        initializer.wide(spec, texts),
        initializer.embeddings(wordRows, spec.network().wordSize()),
        dense(spec, random));
  }

  /**
   * Tables that are learnt already, with rows drawn for what is new.
   *
   * @param learnt with the dense parameters that the result has too
   * @param wideRows where each row of the n-gram table is to be; below 0: nowhere. Those of the
   *     word embeddings stay where they are.
   * @param spec the network as it is to be
   * @param wordRows rows of its word embeddings
   * @param texts that it will learn from
   */
  public static Parameters growTables(
      Parameters learnt,
      int[] wideRows,
      ModelSpec spec,
      int wordRows,
      List<EncodedText> texts,
      RandomGenerator random) {
    Initializer initializer = new Initializer(random);
    float[] wide = initializer.wide(spec, texts);
    int width = spec.network().wideSize();
    for (int row = 0; row < wideRows.length; row++) {
      if (wideRows[row] >= 0) {
        System.arraycopy(learnt.wide(), row * width, wide, wideRows[row] * width, width);
      }
    }
    float[] embeddings = initializer.embeddings(wordRows, spec.network().wordSize());
    System.arraycopy(learnt.embeddings(), 0, embeddings, 0, learnt.embeddings().length);
    return new Parameters(wide, embeddings, learnt.dense());
  }

  /** Dense parameters to start with. */
  static float[] dense(ModelSpec spec, RandomGenerator random) {
    Initializer initializer = new Initializer(random);
    Layout layout = Layout.of(spec);
    float[] dense = new float[layout.size()];
    BitSet besideCommon = Heads.besideCommon(spec);
    for (Segment segment : layout.segments()) {
      initializer.fill(
          dense,
          segment.weights(),
          segment.inputs() * segment.outputs(),
          1 / Math.sqrt(segment.inputs()));
    }
    for (int task = besideCommon.nextSetBit(0);
        task >= 0;
        task = besideCommon.nextSetBit(task + 1)) {
      Segment head = layout.segment(TrunkGraph.head(task));
      Arrays.fill(dense, (int) head.from(), (int) head.to(), 0);
    }
    return dense;
  }

  private float[] wide(ModelSpec spec, List<EncodedText> texts) {
    BitSet used = new BitSet();
    for (EncodedText text : texts) {
      Arrays.stream(text.wordNgrams()).forEach(used::set);
      Arrays.stream(text.characterNgrams()).forEach(used::set);
    }
    int width = spec.network().wideSize();
    float[] table = new float[spec.features().wideRows() * width];
    used.stream().forEach(row -> fill(table, row * width, width, WIDE_DEVIATION * Math.sqrt(3)));
    return table;
  }

  private float[] embeddings(int rows, int width) {
    float[] table = new float[rows * width];
    int padding = (Vocabulary.PADDING + 1) * width;
    fill(table, padding, table.length - padding, EMBEDDING_DEVIATION * Math.sqrt(3));
    return table;
  }

  /** Draws from [−bound, bound), whose deviation is bound/√3. */
  private void fill(float[] values, int from, int length, double bound) {
    for (int i = from; i < from + length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
  }
}
