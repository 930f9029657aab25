package io.trunkline.model.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays outside the heap that are freed together. Left to the garbage collector they would pile
 * up, since it does not see how much memory they hold.
 */
final class OffHeap implements AutoCloseable {
  private final List<INDArray> arrays = new ArrayList<>();

  /** A copy of {@code values}, in C order, freed with this. */
  INDArray copy(float[] values, long... shape) {
    INDArray array = Nd4j.create(values, shape, 'c');
    arrays.add(array);
    return array;
  }

  /** Copies an array to the heap, in C order. */
  static float[] read(INDArray array) {
    try (INDArray contiguous = array.dup('c')) {
      float[] values = new float[Math.toIntExact(contiguous.length())];
      contiguous.data().asNioFloat().get(values);
      return values;
    }
  }

  /** Copies an array to the heap, in C order, and frees it. */
  static float[] take(INDArray array) {
    try (array) {
      return read(array);
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
