package io.trunkline.model.network;

import io.trunkline.model.ByteTable;
import io.trunkline.model.Precision;

/** Rows made once, to be added up while serving. Once filled it may be shared by threads. */
sealed interface LookUpTable {

  /** A table of zeros. */
  static LookUpTable ofZeros(Precision precision, int rows, int width) {
    return switch (precision) {
      case FLOAT32 -> new Floats(new float[rows][width]);
      case INT8 -> new Bytes(ByteTable.ofZeros(rows, width));
    };
  }

  /** What its numbers take. */
  long bytes();

  /** Takes a row that lies in an array, from {@code at} on. */
  void put(int row, float[] from, int at);

  /**
   * A row; not to be changed.
   *
   * @param scratch where it may be put
   */
  float[] row(int row, float[] scratch);

  /** Each row is an array of its own for the sake of {@link Sums}. */
  record Floats(float[][] rows) implements LookUpTable {
    @Override
    public long bytes() {
      return rows.length == 0 ? 0 : (long) rows.length * rows[0].length * Float.BYTES;
    }

    @Override
    public void put(int row, float[] from, int at) {
      System.arraycopy(from, at, rows[row], 0, rows[row].length);
    }

    @Override
    public float[] row(int row, float[] scratch) {
      return rows[row];
    }
  }

  /** A quarter of the memory. */
  record Bytes(ByteTable table) implements LookUpTable {
    @Override
    public long bytes() {
      return table.bytes();
    }

    @Override
    public void put(int row, float[] from, int at) {
      table.put(row, from, at);
    }

    @Override
    public float[] row(int row, float[] scratch) {
      table.read(row, scratch, 0);
      return scratch;
    }
  }
}
