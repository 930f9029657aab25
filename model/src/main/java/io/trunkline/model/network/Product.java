package io.trunkline.model.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An affine map of rows, {@code y = W x + b}, by a matrix that stays outside the heap, as does what
 * goes in and comes out. Confined to one thread.
 */
final class Product implements AutoCloseable {
  private final int inputs;
  private final int outputs;
  private final INDArray weights;
  private final float[] biases;
  private INDArray columns;
  private INDArray products;
  private float[] values;

  /**
   * @param weights output by output
   * @param biases one an output
   */
  Product(float[] weights, float[] biases) {
    Engine.start();
    this.outputs = biases.length;
    this.inputs = weights.length / outputs;
    this.weights = matrix(inputs, outputs);
    OffHeap.write(weights, this.weights);
    this.biases = biases;
    columns = matrix(inputs, 1);
    products = matrix(outputs, 1);
    values = new float[outputs];
  }

  /**
   * Maps rows, which lie one after the other.
   *
   * @param rows at least {@code count}
   * @return as many rows of as many numbers as there are outputs, and perhaps more behind; good
   *     until the next call
   */
  float[] of(float[] rows, int count) {
    float[] mapped = times(rows, count);
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < outputs; i++) {
        mapped[row * outputs + i] += biases[i];
      }
    }
    return mapped;
  }

  /** The same without the biases. */
  float[] times(float[] rows, int count) {
    resize(count);
    // A row here is a column to BLAS, so that nothing need be turned round.
    columns.data().asNioFloat().put(rows, 0, inputs * count);
    Nd4j.gemm(weights, columns, products, true, false, 1, 0);
    products.data().asNioFloat().get(values, 0, outputs * count);
    return values;
  }

  private void resize(int count) {
    if (columns.columns() != count) {
      columns.close();
      products.close();
      columns = matrix(inputs, count);
      products = matrix(outputs, count);
      values = values.length < outputs * count ? new float[outputs * count] : values;
    }
  }

  private static INDArray matrix(long rows, long columns) {
    return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'f');
  }

  @Override
  public void close() {
    weights.close();
    columns.close();
    products.close();
  }
}
