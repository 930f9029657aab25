package io.trunkline.model.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A vertex that passes its input on unchanged and, in the backward pass, keeps the gradient of the
 * loss with respect to it. Deeplearning4j itself offers no gradient of a graph's inputs. Put right
 * behind an input, it is what lets an embedding table live outside the graph.
 */
final class InputTap extends PlainVertex {
  private static final long serialVersionUID = 1L;

  /**
   * Takes the gradient that the last backward pass left in the tap called {@code name}; in the
   * order of that input, and the caller's to close.
   */
  static INDArray takeGradient(ComputationGraph graph, String name) {
    Tap tap = (Tap) graph.getVertex(name);
    INDArray gradient = tap.gradient;
    if (gradient == null) {
      throw new IllegalStateException("no backward pass since the gradient was taken");
    }
    tap.gradient = null;
    return gradient;
  }

  @Override
  Computation computation(ComputationGraph graph, String name, int index, DataType type) {
    return new Tap(graph, name, index, type);
  }

  private static final class Tap extends Computation {
    private static final long serialVersionUID = 1L;

    private transient @Nullable INDArray gradient;

    Tap(ComputationGraph graph, String name, int index, DataType type) {
      super(graph, name, index, type);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      return workspaces.dup(ArrayType.ACTIVATIONS, inputs[0]);
    }

    @Override
    @SuppressWarnings("NullAway") // A vertex without parameters has no Gradient.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
      try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
        gradient = epsilon.dup(inputs[0].ordering());
      }
      // Nobody wants the gradient of the graph's input behind the tap.
      return new Pair<>(null, new INDArray[] {null});
    }
  }
}
