package io.trunkline.model.network;

/**
 * Learns an embedding table row by row, so that a step costs the same however large the table is: a
 * row that a batch does not touch keeps its values bit for bit. Row-wise AdaGrad with decoupled
 * weight decay; of a row θ of width d with gradient g, rate η and decay λ, G starting at 0:
 *
 * <pre>
 * G ← G + ‖g‖² / d        θ ← θ − η λ θ − 3 η g / √G
 * </pre>
 *
 * <p>So a row's steps shrink the more it has learnt: the n-grams of every other text soon come to
 * rest, and a rare one still learns from its few.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">J. Duchi, E. Hazan and Y. Singer,
 *     Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 2011</a>
 * @see <a href="https://arxiv.org/abs/2104.05158">D. Mudigere et al., Software-Hardware Co-design
 *     for Fast and Scalable Training of Deep Learning Recommendation Models, 2021, on one G a row
 *     </a>
 */
final class TableLearner {
  /** AdaGrad's rates only fall, so they start above those of Adam, which the rest learns with. */
  private static final double FASTER = 3;

  private static final double EPSILON = 1e-8;

  private final float[] table;
  private final int width;
  private final double decay;
  private final float[] squares;

  /** The row at work: a loop over arrays that all begin at 0 is made one of vectors. */
  private final float[] values;

  TableLearner(float[] table, int width, double decay) {
    this.table = table;
    this.width = width;
    this.decay = decay;
    squares = new float[table.length / width];
    values = new float[width];
  }

  /**
   * Updates the rows that have gradients.
   *
   * @param scale what to multiply gradients by: 1 / batch size
   * @return how many rows were updated
   */
  int update(RowGradients gradients, float scale, double rate) {
    float keep = (float) (1 - rate * decay);
    for (int slot = 0; slot < gradients.count(); slot++) {
      int row = gradients.row(slot);
      float[] gradient = gradients.sum(slot);
      squares[row] += (float) (RowGradients.product(gradient, gradient) * scale * scale / width);
      float size = (float) (FASTER * rate / (Math.sqrt(squares[row]) + EPSILON)) * scale;
      System.arraycopy(table, row * width, values, 0, width);
      step(values, keep, gradient, size);
      System.arraycopy(values, 0, table, row * width, width);
    }
    return gradients.count();
  }

  private static void step(float[] values, float keep, float[] gradient, float size) {
    for (int i = 0; i < values.length; i++) {
      values[i] = keep * values[i] - size * gradient[i];
    }
  }
}
