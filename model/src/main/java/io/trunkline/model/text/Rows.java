package io.trunkline.model.text;

import java.util.Arrays;

/** A list of ints that grows, and is used again. Confined to one thread while it changes. */
public final class Rows {
  private int[] values;
  private int count;

  /** An empty list. */
  Rows() {
    values = new int[32];
  }

  /** A list of these, which are not copied. */
  Rows(int[] values) {
    this.values = values;
    count = values.length;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The one at {@code place}, which must be below {@link #count}. */
  public int get(int place) {
    return values[place];
  }

  /** They as an array, which must not be changed. */
  int[] toArray() {
    return count == values.length ? values : Arrays.copyOf(values, count);
  }

  void clear() {
    count = 0;
  }

  void add(int value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count + 1);
    }
    values[count++] = value;
  }
}
