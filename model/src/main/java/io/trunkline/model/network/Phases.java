package io.trunkline.model.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vertex that deals the tokens of each text out to d texts, every d-th token to the same one, or
 * puts them back: {@code [B × channels × T]} to {@code [Bd × channels × T/d]}. A plain convolution
 * in between is one with dilation d, padding included. ND4J's own dilation fails on a processor
 * with oneDNN: "could not create a descriptor for a dilated convolution".
 */
final class Phases extends PlainVertex {
  private static final long serialVersionUID = 1L;

  private final int dilation;
  private final boolean apart;

  /** Deals tokens out; T must be a multiple of {@code dilation}. */
  static Phases apart(int dilation) {
    return new Phases(dilation, true);
  }

  /** Puts them back. */
  static Phases together(int dilation) {
    return new Phases(dilation, false);
  }

  private Phases(int dilation, boolean apart) {
    this.dilation = dilation;
    this.apart = apart;
  }

  @Override
  Computation computation(ComputationGraph graph, String name, int index, DataType type) {
    return new Dealing(graph, name, index, type, dilation, apart);
  }

  private static final class Dealing extends Computation {
    private static final long serialVersionUID = 1L;

    private final int dilation;
    private final boolean apart;

    Dealing(
        ComputationGraph graph,
        String name,
        int index,
        DataType type,
        int dilation,
        boolean apart) {
      super(graph, name, index, type);
      this.dilation = dilation;
      this.apart = apart;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      return move(workspaces, ArrayType.ACTIVATIONS, inputs[0], apart);
    }

    @Override
    @SuppressWarnings("NullAway") // A vertex without parameters has no Gradient.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
      INDArray gradient = move(workspaces, ArrayType.ACTIVATION_GRAD, epsilon, !apart);
      return new Pair<>(null, new INDArray[] {gradient});
    }

    private INDArray move(
        LayerWorkspaceMgr workspaces, ArrayType type, INDArray array, boolean out) {
      long texts = array.size(0);
      long channels = array.size(1);
      long length = array.size(2);
      INDArray moved =
          out
              ? array.reshape('c', texts, channels, length / dilation, dilation).permute(0, 3, 1, 2)
              : array
                  .reshape('c', texts / dilation, dilation, channels, length)
                  .permute(0, 2, 3, 1);
      INDArray copy = workspaces.dup(type, moved, 'c');
      return out
          ? copy.reshape('c', texts * dilation, channels, length / dilation)
          : copy.reshape('c', texts / dilation, channels, length * dilation);
    }
  }
}
