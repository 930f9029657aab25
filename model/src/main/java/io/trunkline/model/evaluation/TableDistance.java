package io.trunkline.model.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a table of numbers moved: {@code ‖after − before‖₂ / ‖before‖₂}. */
final class TableDistance {
  private final float[] before;
  private final float[] after;
  private double moved;
  private double norm;

  TableDistance(float[] before, float[] after) {
    this.before = before;
    this.after = after;
  }

  /** Of two tables of the same shape; null if the first is zero. */
  @Nullable Double ofAll() {
    add(0, 0, before.length);
    return relative();
  }

  /**
   * Of those rows that both have.
   *
   * @param rowsBefore row by name
   * @param countBefore how many rows there are, named or not
   * @return null if rows are not equally wide, if there are none that both have, or if these are
   *     zero
   */
  @Nullable Double ofShared(
      Map<?, Integer> rowsBefore, Map<?, Integer> rowsAfter, int countBefore, int countAfter) {
    int width = before.length / countBefore;
    if (width != after.length / countAfter) {
      return null;
    }
    rowsBefore.forEach(
        (name, row) -> {
          Integer now = rowsAfter.get(name);
          if (now != null) {
            add(row * width, now * width, width);
          }
        });
    return relative();
  }

  private void add(int from, int fromAfter, int count) {
    for (int i = 0; i < count; i++) {
      double value = before[from + i];
      double change = after[fromAfter + i] - value;
      norm += value * value;
      moved += change * change;
    }
  }

  private @Nullable Double relative() {
    return norm == 0 ? null : Math.sqrt(moved / norm);
  }
}
