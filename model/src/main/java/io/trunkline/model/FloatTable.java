package io.trunkline.model;

/**
 * A table as it was trained.
 *
 * @param numbers row by row
 * @param width numbers of a row
 */
public record FloatTable(float[] numbers, int width) implements Table {
  @Override
  public Precision precision() {
    return Precision.FLOAT32;
  }

  @Override
  public int rows() {
    return numbers.length / width;
  }

  @Override
  public void read(int row, float[] into, int at) {
    System.arraycopy(numbers, row * width, into, at, width);
  }

  @Override
  public float[] toFloats() {
    return numbers;
  }
}
