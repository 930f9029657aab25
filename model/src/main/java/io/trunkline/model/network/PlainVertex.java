package io.trunkline.model.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vertex without parameters: what Deeplearning4j wants to hear about any vertex, said once. It is
 * never written to a file.
 */
abstract class PlainVertex extends GraphVertex {
  private static final long serialVersionUID = 1L;

  /** The vertex at work in a graph. */
  abstract Computation computation(ComputationGraph graph, String name, int index, DataType type);

  @Override
  public final org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initializeParameters,
      DataType type) {
    return computation(graph, name, index, type);
  }

  @Override
  public final GraphVertex clone() {
    return this; // It does not change.
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public final long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public final int minVertexInputs() {
    return 1;
  }

  @Override
  public final int maxVertexInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public final InputType getOutputType(int layerIndex, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public final MemoryReport getMemoryReport(InputType... inputs) {
    return new LayerMemoryReport.Builder("plain", getClass(), inputs[0], inputs[0]).build();
  }

  abstract static class Computation extends BaseGraphVertex {
    private static final long serialVersionUID = 1L;

    Computation(ComputationGraph graph, String name, int index, DataType type) {
      super(graph, name, index, null, null, type);
    }

    @Override
    public final boolean hasLayer() {
      return false;
    }

    @Override
    @SuppressWarnings("NullAway") // Deeplearning4j asks for null where there is no layer.
    public final Layer getLayer() {
      return null;
    }

    @Override
    public final void setBackpropGradientsViewArray(INDArray view) {
      if (view != null) {
        throw new IllegalArgumentException(getVertexName() + " has no parameters");
      }
    }

    @Override
    @SuppressWarnings("NullAway") // No mask is null.
    public final Pair<INDArray, MaskState> feedForwardMaskArrays(
        INDArray @Nullable [] masks, MaskState state, int batchSize) {
      return new Pair<>(null, state); // Padding is dealt with by factors, not by masks.
    }

    @Override
    public final String toString() {
      return getClass().getSimpleName() + "(" + getVertexName() + ")";
    }
  }
}
