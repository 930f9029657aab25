package io.trunkline.model.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An affine map of rows, {@code y = W x + b}, by a matrix that stays outside the heap. Confined to
 * one thread.
 */
final class Product implements AutoCloseable {
  private final int inputs;
  private final int outputs;
  private final INDArray weights;
  private final float[] biases;

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
  }

  /**
   * Maps rows, which lie one after the other.
   *
   * @return as many rows of as many numbers as there are outputs
   */
  float[] of(float[] rows, int count) {
    float[] products = times(rows, count);
    for (int at = 0; at < products.length; at += outputs) {
      for (int i = 0; i < outputs; i++) {
        products[at + i] += biases[i];
      }
    }
    return products;
  }

  /** The same without the biases. */
  float[] times(float[] rows, int count) {
    // A row here is a column to BLAS, so that nothing need be turned round.
    try (INDArray columns = matrix(inputs, count)) {
      INDArray products = matrix(outputs, count);
      columns.data().asNioFloat().put(rows, 0, inputs * count);
      Nd4j.gemm(weights, columns, products, true, false, 1, 0);
      return OffHeap.take(products);
    }
  }

  private static INDArray matrix(long rows, long columns) {
    return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'f');
  }

  @Override
  public void close() {
    weights.close();
  }
}
