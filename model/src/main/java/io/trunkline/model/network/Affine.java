package io.trunkline.model.network;

/**
 * A layer {@code y = W x + b}.
 *
 * @param weights W, output by output
 * @param biases b, one an output
 */
public record Affine(float[] weights, float[] biases) {
  /** How many numbers it puts out. */
  public int outputs() {
    return biases.length;
  }

  /** How many numbers it reads. */
  public int inputs() {
    return weights.length / biases.length;
  }
}
