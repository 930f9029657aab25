package io.trunkline.model;

/** Rows of as many numbers each. May be shared by threads. */
public sealed interface Table permits FloatTable, ByteTable {

  /** A table of floats; shared, not copied. */
  static Table of(float[] numbers, int width) {
    return new FloatTable(numbers, width);
  }

  /** What its numbers are kept as. */
  Precision precision();

  /** How many rows there are. */
  int rows();

  /** How many numbers a row has. */
  int width();

  /** What its numbers take, in memory and in a file. */
  default long bytes() {
    return precision().bytes(rows(), width());
  }

  /** Copies a row into an array, from {@code at} on. */
  void read(int row, float[] into, int at);

  /** All numbers, row by row; shared with the table if it keeps floats. */
  float[] toFloats();

  /** The same in 8 bits a number; this table if it is. */
  default ByteTable quantized() {
    if (this instanceof ByteTable bytes) {
      return bytes;
    }
    ByteTable bytes = ByteTable.ofZeros(rows(), width());
    float[] row = new float[width()];
    for (int i = 0; i < rows(); i++) {
      read(i, row, 0);
      bytes.put(i, row, 0);
    }
    return bytes;
  }
}
