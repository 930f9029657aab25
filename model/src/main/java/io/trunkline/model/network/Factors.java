package io.trunkline.model.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;

/**
 * A vertex that multiplies its first input, number by number, by its second, which holds along some
 * of the dimensions and is repeated over the others. Both ways: what is multiplied by zero has no
 * gradient either. That hides the padding between convolutions, where Deeplearning4j's own masks
 * hide it forwards only, and drops what dropout drops. The second input gets no gradient.
 */
final class Factors extends PlainVertex {
  private static final long serialVersionUID = 1L;

  private final int[] dimensions;

  /** Factors [texts × channels] of an input [texts × channels], or [texts × channels × tokens]. */
  static Factors ofChannels() {
    return new Factors(0, 1);
  }

  /** Factors [texts × tokens] of an input [texts × channels × tokens]. */
  static Factors ofTokens() {
    return new Factors(0, 2);
  }

  private Factors(int... dimensions) {
    this.dimensions = dimensions;
  }

  @Override
  Computation computation(ComputationGraph graph, String name, int index, DataType type) {
    return new Multiplication(graph, name, index, type, dimensions);
  }

  private static final class Multiplication extends Computation {
    private static final long serialVersionUID = 1L;

    private final int[] dimensions;

    Multiplication(
        ComputationGraph graph, String name, int index, DataType type, int[] dimensions) {
      super(graph, name, index, type);
      this.dimensions = dimensions;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      return times(workspaces, ArrayType.ACTIVATIONS, inputs[0]);
    }

    @Override
    @SuppressWarnings("NullAway") // No Gradient without parameters, none at all for the factors.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
      INDArray gradient = times(workspaces, ArrayType.ACTIVATION_GRAD, epsilon);
      return new Pair<>(null, new INDArray[] {gradient, null});
    }

    private INDArray times(LayerWorkspaceMgr workspaces, ArrayType type, INDArray array) {
      INDArray product = workspaces.createUninitialized(type, array.dataType(), array.shape(), 'c');
      return array.rank() == dimensions.length
          ? array.muli(inputs[1], product)
          : Broadcast.mul(array, inputs[1], product, dimensions);
    }
  }
}
