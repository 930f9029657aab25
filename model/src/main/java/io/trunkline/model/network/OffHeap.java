package io.trunkline.model.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays outside the heap that are freed together. Left to the garbage collector they would pile
 * up, since it does not see how much memory they hold.
 */
final class OffHeap implements AutoCloseable {
  private final List<INDArray> arrays = new ArrayList<>();

  /** A copy of a matrix that lies row by row ({@code 'c'}) or column by column, freed with this. */
  INDArray copy(float[] values, char order, long rows, long columns) {
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, order);
    write(values, array);
    arrays.add(array);
    return array;
  }

  /** Copies a matrix to the heap, column by column. */
  static float[] read(INDArray matrix) {
    return take(matrix.dup('f'));
  }

  /** Copies an array that has no gaps to the heap, as it lies, and frees it. */
  static float[] take(INDArray array) {
    try (array) {
      float[] values = new float[Math.toIntExact(array.length())];
      array.data().asNioFloat().get(values);
      return values;
    }
  }

  /** Overwrites an array that lies in one piece from the start of its buffer. */
  static void write(float[] values, INDArray array) {
    array.data().asNioFloat().put(values);
  }

  @Override
  public void close() {
    arrays.forEach(INDArray::close);
    arrays.clear();
  }
}
