package io.trunkline.model.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A vertex that sets beside each other what a convolution reads: of each token the {@code kernel}
 * tokens around it, every {@code dilation}-th, with zeros beyond the ends of its text. {@code [N ×
 * channels]} and the texts' lengths become {@code [N × kernel · channels]}, and a dense layer
 * behind it is the convolution. Where the window is even, it has one more token after than before.
 */
final class Windows extends PlainVertex {
  private static final long serialVersionUID = 1L;

  private final int kernel;
  private final int dilation;

  Windows(int kernel, int dilation) {
    this.kernel = kernel;
    this.dilation = dilation;
  }

  /** How far after a token the one lies that a window has at {@code tap}. */
  static int shift(int kernel, int dilation, int tap) {
    return tap * dilation - (kernel - 1) * dilation / 2;
  }

  @Override
  Computation computation(ComputationGraph graph, String name, int index, DataType type) {
    return new Reading(graph, name, index, type, kernel, dilation);
  }

  private static final class Reading extends Computation {
    private static final long serialVersionUID = 1L;

    private final int kernel;
    private final int dilation;

    Reading(
        ComputationGraph graph, String name, int index, DataType type, int kernel, int dilation) {
      super(graph, name, index, type);
      this.kernel = kernel;
      this.dilation = dilation;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      INDArray input = Columns.ordered(inputs[0]);
      int[] lengths = inputs[1].toIntVector();
      int tokens = input.rows();
      int channels = input.columns();
      INDArray windows =
          workspaces.createUninitialized(
              ArrayType.ACTIVATIONS,
              input.dataType(),
              new long[] {tokens, (long) kernel * channels},
              'f');
      Columns from = new Columns(input);
      Columns to = new Columns(windows);
      int size = tokens * channels;
      for (int tap = 0; tap < kernel; tap++) {
        int shift = shift(tap);
        int first = Math.max(0, -shift);
        int length = size - Math.abs(shift);
        // All columns at once. What crosses the end of a text, or of a column, is overwritten next.
        if (length > 0) {
          to.copy(tap * size + first, from, first + shift, length);
        }
        clearBeyondTexts(lengths, to, tap * size, shift, channels);
      }
      return windows;
    }

    @Override
    @SuppressWarnings("NullAway") // No Gradient without parameters, none at all for the lengths.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
      INDArray windows = Columns.ordered(epsilon);
      int[] lengths = inputs[1].toIntVector();
      int tokens = windows.rows();
      int channels = windows.columns() / kernel;
      int size = tokens * channels;
      INDArray gradient =
          workspaces.create(
              ArrayType.ACTIVATION_GRAD, windows.dataType(), new long[] {tokens, channels}, 'f');
      INDArray sums = flat(gradient);
      INDArray parts = flat(windows);
      Columns columns = new Columns(windows);
      for (int tap = 0; tap < kernel; tap++) {
        int shift = shift(tap);
        clearBeyondTexts(lengths, columns, tap * size, shift, channels);
        int first = Math.max(0, -shift);
        int length = size - Math.abs(shift);
        if (length > 0) {
          part(sums, first + shift, length).addi(part(parts, tap * size + first, length));
        }
      }
      return new Pair<>(null, new INDArray[] {gradient, null});
    }

    private int shift(int tap) {
      return Windows.shift(kernel, dilation, tap);
    }

    private static INDArray flat(INDArray columns) {
      return columns.reshape('f', new long[] {columns.length()});
    }

    private static INDArray part(INDArray numbers, int from, int length) {
      return numbers.get(NDArrayIndex.interval(from, from + length));
    }

    /** Makes zero what tokens would read of other texts. */
    private static void clearBeyondTexts(
        int[] lengths, Columns columns, int from, int shift, int channels) {
      int at = from;
      for (int channel = 0; channel < channels; channel++) {
        for (int length : lengths) {
          int beyond = Math.min(Math.abs(shift), length);
          int first = shift < 0 ? at : at + length - beyond;
          for (int i = first; i < first + beyond; i++) {
            columns.set(i, 0);
          }
          at += length;
        }
      }
    }
  }
}
