package io.trunkline.model.network;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The stretch of the dense parameters that one layer owns: a weight for each pair of output and
 * input, output by output, then a bias for each output.
 *
 * @param layer the layer's name
 * @param inputs numbers that an output reads; of a convolution kernel × channels, token by token
 * @param outputs how many there are
 * @param from the first parameter
 * @param tasks places of the tasks whose loss depends on the layer
 */
record Segment(String layer, int inputs, int outputs, long from, BitSet tasks) {

  /** How many parameters it has. */
  long length() {
    return (inputs + 1L) * outputs;
  }

  /** One past the last parameter. */
  long to() {
    return from + length();
  }

  /** Where the weights begin. */
  int weights() {
    return Math.toIntExact(from);
  }

  /** Where the weight of an input for an output is. */
  int weight(int output, int input) {
    return weights() + output * inputs + input;
  }

  /** Where the bias of an output is. */
  int bias(int output) {
    return Math.toIntExact(from + (long) inputs * outputs + output);
  }

  /** A copy of its weights, output by output. */
  float[] weights(float[] dense) {
    return Arrays.copyOfRange(dense, weights(), bias(0));
  }

  /** A copy of its biases. */
  float[] biases(float[] dense) {
    return Arrays.copyOfRange(dense, bias(0), Math.toIntExact(to()));
  }

  /** Whether more than one task learns it. */
  boolean shared() {
    return tasks.cardinality() > 1;
  }
}
