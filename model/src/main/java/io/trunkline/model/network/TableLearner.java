package io.trunkline.model.network;

/**
 * Learns an embedding table row by row: AdamW that updates only the rows a batch touched, so that a
 * step costs the same however large the table is. A row that is not touched keeps its values and
 * moments as they are, bit for bit; its weight decay waits with it, and it counts its own steps, so
 * that a rare row's first steps are corrected for bias as any first steps are.
 */
final class TableLearner {
  private final float[] table;
  private final int width;
  private final AdamW adam;
  private final int[] steps;

  TableLearner(float[] table, int width, double decay) {
    this.table = table;
    this.width = width;
    adam = new AdamW(table.length, decay);
    steps = new int[table.length / width];
  }

  /**
   * Updates the rows that have gradients.
   *
   * @param scale what to multiply gradients by: 1 / batch size
   * @return how many rows were updated
   */
  int update(RowGradients gradients, float scale, double rate) {
    int touched = gradients.count();
    for (int slot = 0; slot < touched; slot++) {
      int row = gradients.row(slot);
      int step = ++steps[row];
      adam.update(table, row * width, width, gradients.sums(), slot * width, scale, rate, step);
    }
    return touched;
  }
}
