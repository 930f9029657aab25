package io.trunkline.model.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Moves numbers between Java's heap and ND4J's memory. */
final class Arrays2 {
  private Arrays2() {}

  /** A copy outside the heap; the caller's to close. */
  static INDArray of(float[] values, long... shape) {
    return Nd4j.create(values, shape, 'c');
  }

  /** A copy on the heap, in C order. */
  static float[] read(INDArray array) {
    INDArray contiguous = array.dup('c');
    try {
      float[] values = new float[Math.toIntExact(contiguous.length())];
      contiguous.data().asNioFloat().get(values);
      return values;
    } finally {
      if (contiguous.closeable()) contiguous.close();
    }
  }

  /** Overwrites an array that lies in one piece. */
  static void write(float[] values, INDArray array) {
    array.data().asNioFloat().put(values);
  }
}
