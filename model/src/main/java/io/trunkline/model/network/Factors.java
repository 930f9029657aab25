package io.trunkline.model.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vertex that multiplies its first input, number by number, by its second, and so drops what
 * dropout drops. What is multiplied by zero has no gradient either. The second input gets no
 * gradient.
 */
final class Factors extends PlainVertex {
  private static final long serialVersionUID = 1L;

  @Override
  Computation computation(ComputationGraph graph, String name, int index, DataType type) {
    return new Multiplication(graph, name, index, type);
  }

  private static final class Multiplication extends Computation {
    private static final long serialVersionUID = 1L;

    Multiplication(ComputationGraph graph, String name, int index, DataType type) {
      super(graph, name, index, type);
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
      INDArray product = workspaces.createUninitialized(type, array.dataType(), array.shape(), 'f');
      return Columns.ordered(array).muli(inputs[1], product);
    }
  }
}
