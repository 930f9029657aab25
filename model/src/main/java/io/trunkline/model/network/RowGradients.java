package io.trunkline.model.network;

import java.util.Arrays;

/**
 * Gradients of the few rows of a table that a batch touched. Rows get slots in the order in which
 * they are first touched, so work and memory go with the rows touched, not with the table (but for
 * one int a row, that says which slot it has).
 */
final class RowGradients {
  private static final int NONE = -1;

  private final int width;
  private final int[] slots;
  private int[] rows = new int[256];

  /** An array a slot: loops over arrays that all begin at 0 are made ones of vectors. */
  private float[][] sums = new float[rows.length][];

  private int count;

  RowGradients(int tableRows, int width) {
    this.width = width;
    slots = new int[tableRows];
    Arrays.fill(slots, NONE);
  }

  /** Adds {@code factor} times a vector to the gradient of {@code row}. */
  void add(int row, float[] vector, float factor) {
    int slot = slot(row);
    addTo(sums[slot], vector, factor);
  }

  /** Adds {@code factor} times all gradients of another batch of the same table. */
  void addAll(RowGradients other, float factor) {
    for (int slot = 0; slot < other.count; slot++) {
      add(other.rows[slot], other.sums[slot], factor);
    }
  }

  /** The product with the gradients of another batch of the same table. */
  double product(RowGradients other) {
    double sum = 0;
    for (int slot = 0; slot < count; slot++) {
      int otherSlot = other.slots[rows[slot]];
      if (otherSlot != NONE) {
        sum += product(sums[slot], other.sums[otherSlot]);
      }
    }
    return sum;
  }

  /** The product of two vectors. */
  static double product(float[] one, float[] other) {
    // Four sums at a time: a single one would make every addition wait for the one before.
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < one.length; i += 4) {
      sum0 += (double) one[i] * other[i];
      sum1 += (double) one[i + 1] * other[i + 1];
      sum2 += (double) one[i + 2] * other[i + 2];
      sum3 += (double) one[i + 3] * other[i + 3];
    }
    for (; i < one.length; i++) {
      sum0 += (double) one[i] * other[i];
    }
    return sum0 + sum1 + sum2 + sum3;
  }

  /** How many rows were touched. */
  int count() {
    return count;
  }

  /** The row in {@code slot}. */
  int row(int slot) {
    return rows[slot];
  }

  /** The gradient in {@code slot}. */
  float[] sum(int slot) {
    return sums[slot];
  }

  /** Forgets all. */
  void clear() {
    for (int slot = 0; slot < count; slot++) {
      slots[rows[slot]] = NONE;
    }
    count = 0;
  }

  private static void addTo(float[] sum, float[] vector, float factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private int slot(int row) {
    int slot = slots[row];
    return slot == NONE ? newSlot(row) : slot;
  }

  private int newSlot(int row) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      sums = Arrays.copyOf(sums, 2 * count);
    }
    if (sums[count] == null) {
      sums[count] = new float[width];
    } else {
      Arrays.fill(sums[count], 0);
    }
    slots[row] = count;
    rows[count] = row;
    return count++;
  }
}
