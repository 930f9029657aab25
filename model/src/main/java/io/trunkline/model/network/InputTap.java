package io.trunkline.model.network;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
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
 *
 * <p>The gradient is of the batch's summed loss: Deeplearning4j divides by the batch size later, in
 * its updaters.
 */
final class InputTap extends GraphVertex {
  private static final long serialVersionUID = 1L;

  /**
   * Takes the gradient that the last backward pass left in the tap called {@code name}; contiguous,
   * in C order, and the caller's to close.
   */
  static INDArray takeGradient(ComputationGraph graph, String name) {
    Vertex vertex = (Vertex) graph.getVertex(name);
    INDArray gradient = vertex.gradient;
    if (gradient == null) {
      throw new IllegalStateException("no backward pass since the gradient was taken");
    }
    vertex.gradient = null;
    return gradient;
  }

  @Override
  public GraphVertex clone() {
    return new InputTap();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InputTap;
  }

  @Override
  public int hashCode() {
    return InputTap.class.hashCode();
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 1;
  }

  @Override
  public int maxVertexInputs() {
    return 1;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initializeParameters,
      DataType type) {
    return new Vertex(graph, name, index, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    return new LayerMemoryReport.Builder("tap", InputTap.class, inputs[0], inputs[0]).build();
  }

  private static final class Vertex extends BaseGraphVertex {
    private static final long serialVersionUID = 1L;

    private transient @Nullable INDArray gradient;

    Vertex(ComputationGraph graph, String name, int index, DataType type) {
      super(graph, name, index, null, null, type);
    }

    @Override
    public boolean hasLayer() {
      return false;
    }

    @Override
    @SuppressWarnings("NullAway") // Deeplearning4j asks for null where there is no layer.
    public org.deeplearning4j.nn.api.Layer getLayer() {
      return null;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      return workspaces.dup(ArrayType.ACTIVATIONS, inputs[0]);
    }

    @Override
    @SuppressWarnings("NullAway") // A vertex without parameters has no Gradient.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
      try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
        gradient = epsilon.dup('c');
      }
      INDArray[] passedOn = {workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon)};
      return new Pair<>(null, passedOn);
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray view) {
      if (view != null) {
        throw new IllegalArgumentException("a tap has no parameters");
      }
    }

    @Override
    @SuppressWarnings("NullAway") // No mask is null.
    public Pair<INDArray, MaskState> feedForwardMaskArrays(
        INDArray @Nullable [] masks, MaskState state, int batchSize) {
      return new Pair<>(masks == null ? null : masks[0], state);
    }

    @Override
    public String toString() {
      return "InputTap(" + getVertexName() + ")";
    }
  }
}
