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
  private float[] sums;
  private int count;

  RowGradients(int tableRows, int width) {
    this.width = width;
    slots = new int[tableRows];
    Arrays.fill(slots, NONE);
    sums = new float[rows.length * width];
  }

  /** Adds {@code factor} times the vector at {@code from} to the gradient of {@code row}. */
  void add(int row, float[] vectors, int from, float factor) {
    int at = slot(row) * width;
    float[] into = sums;
    int length = width;
    for (int i = 0; i < length; i++) {
      into[at + i] += factor * vectors[from + i];
    }
  }

  /** Adds {@code factor} times all gradients of another batch of the same table. */
  void addAll(RowGradients other, float factor) {
    for (int slot = 0; slot < other.count; slot++) {
      add(other.rows[slot], other.sums, slot * width, factor);
    }
  }

  /** The product with the gradients of another batch of the same table. */
  double product(RowGradients other) {
    double sum = 0;
    for (int slot = 0; slot < count; slot++) {
      int otherSlot = other.slots[rows[slot]];
      if (otherSlot != NONE) {
        sum += product(slot * width, other, otherSlot * width);
      }
    }
    return sum;
  }

  /** Numbers in a row. */
  int width() {
    return width;
  }

  /** How many rows were touched. */
  int count() {
    return count;
  }

  /** The row in {@code slot}. */
  int row(int slot) {
    return rows[slot];
  }

  /** The gradients, one vector a slot. */
  float[] sums() {
    return sums;
  }

  /** Forgets all. */
  void clear() {
    for (int slot = 0; slot < count; slot++) {
      slots[rows[slot]] = NONE;
    }
    count = 0;
  }

  private double product(int at, RowGradients other, int otherAt) {
    float[] others = other.sums;
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += (double) sums[at + i] * others[otherAt + i];
    }
    return sum;
  }

  private int slot(int row) {
    int slot = slots[row];
    return slot == NONE ? newSlot(row) : slot;
  }

  private int newSlot(int row) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      sums = Arrays.copyOf(sums, 2 * count * width);
    }
    Arrays.fill(sums, count * width, (count + 1) * width, 0);
    slots[row] = count;
    rows[count] = row;
    return count++;
  }
}
