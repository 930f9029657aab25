package io.trunkline.model.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The numbers of a matrix that lies column by column, of either precision: gradients are checked in
 * double, all else is done in float.
 */
final class Columns {
  private final ByteBuffer bytes;
  private final boolean isDouble;
  private final int size;

  /** Those of a matrix as {@link #ordered} has them. */
  Columns(INDArray matrix) {
    isDouble = matrix.dataType() == DataType.DOUBLE;
    size = isDouble ? Double.BYTES : Float.BYTES;
    bytes = matrix.data().asNio().order(ByteOrder.nativeOrder());
  }

  /** The matrix, or a copy of it, with its numbers column by column and without gaps. */
  static INDArray ordered(INDArray matrix) {
    boolean inOrder =
        matrix.offset() == 0
            && matrix.data().length() == matrix.length()
            && (matrix.columns() == 1 || matrix.stride(1) == matrix.rows())
            && (matrix.rows() == 1 || matrix.stride(0) == 1);
    return inOrder ? matrix : matrix.dup('f');
  }

  double get(int at) {
    return isDouble ? bytes.getDouble(at * size) : bytes.getFloat(at * size);
  }

  void set(int at, double value) {
    if (isDouble) {
      bytes.putDouble(at * size, value);
    } else {
      bytes.putFloat(at * size, (float) value);
    }
  }

  /** Copies {@code length} numbers from others of the same precision. */
  void copy(int to, Columns others, int from, int length) {
    bytes.put(to * size, others.bytes, from * size, length * size);
  }
}
