package io.trunkline.model.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex that sets the columns of its inputs beside each other; all have as many rows. */
final class Concatenation extends PlainVertex {
  private static final long serialVersionUID = 1L;

  @Override
  Computation computation(ComputationGraph graph, String name, int index, DataType type) {
    return new Joining(graph, name, index, type);
  }

  private static final class Joining extends Computation {
    private static final long serialVersionUID = 1L;

    Joining(ComputationGraph graph, String name, int index, DataType type) {
      super(graph, name, index, type);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      long width = 0;
      for (INDArray input : inputs) {
        width += input.columns();
      }
      INDArray joined =
          workspaces.createUninitialized(
              ArrayType.ACTIVATIONS,
              inputs[0].dataType(),
              new long[] {inputs[0].rows(), width},
              'f');
      Columns to = new Columns(joined);
      int at = 0;
      for (INDArray input : inputs) {
        int length = Math.toIntExact(input.length());
        to.copy(at, new Columns(Columns.ordered(input)), 0, length);
        at += length;
      }
      return joined;
    }

    @Override
    @SuppressWarnings("NullAway") // A vertex without parameters has no Gradient.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
      Columns from = new Columns(Columns.ordered(epsilon));
      INDArray[] gradients = new INDArray[inputs.length];
      int at = 0;
      for (int i = 0; i < inputs.length; i++) {
        gradients[i] =
            workspaces.createUninitialized(
                ArrayType.ACTIVATION_GRAD, epsilon.dataType(), inputs[i].shape(), 'f');
        int length = Math.toIntExact(inputs[i].length());
        new Columns(gradients[i]).copy(0, from, at, length);
        at += length;
      }
      return new Pair<>(null, gradients);
    }
  }
}
