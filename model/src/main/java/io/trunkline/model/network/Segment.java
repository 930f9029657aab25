package io.trunkline.model.network;

import java.util.BitSet;

/**
 * The stretch of the dense parameters that one layer owns: a weight for each pair of output and
 * input, those of an output next to each other, and a bias for each output. Deeplearning4j puts a
 * convolution's biases before its weights and a dense layer's behind them.
 *
 * @param layer the layer's name
 * @param convolution whether it is one
 * @param inputs numbers that an output reads; of a convolution kernel × channels
 * @param outputs how many there are
 * @param from the first parameter
 * @param tasks places of the tasks whose loss depends on the layer
 */
record Segment(
    String layer, boolean convolution, int inputs, int outputs, long from, BitSet tasks) {

  /** How many parameters it has. */
  long length() {
    return (inputs + 1L) * outputs;
  }

  /** One past the last parameter. */
  long to() {
    return from + length();
  }

  /** Where the weights of an output begin. */
  int weights(int output) {
    return Math.toIntExact(from + (convolution ? outputs : 0) + (long) output * inputs);
  }

  /** Where the bias of an output is. */
  int bias(int output) {
    return Math.toIntExact(from + (convolution ? 0 : (long) inputs * outputs) + output);
  }

  /** Whether more than one task learns it. */
  boolean shared() {
    return tasks.cardinality() > 1;
  }
}
