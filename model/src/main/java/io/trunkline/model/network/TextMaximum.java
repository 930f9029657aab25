package io.trunkline.model.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vertex that gives out the greatest number of each channel over the tokens of each text: {@code
 * [N × channels]} and the B texts' lengths, none 0, become {@code [B × channels]}. Of equal tokens
 * the first has the gradient.
 */
final class TextMaximum extends PlainVertex {
  private static final long serialVersionUID = 1L;

  @Override
  Computation computation(ComputationGraph graph, String name, int index, DataType type) {
    return new Pooling(graph, name, index, type);
  }

  private static final class Pooling extends Computation {
    private static final long serialVersionUID = 1L;

    /** Where each greatest number was found. */
    private int[] places = {};

    Pooling(ComputationGraph graph, String name, int index, DataType type) {
      super(graph, name, index, type);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      INDArray input = Columns.ordered(inputs[0]);
      int[] lengths = inputs[1].toIntVector();
      int channels = input.columns();
      INDArray maxima =
          workspaces.createUninitialized(
              ArrayType.ACTIVATIONS, input.dataType(), new long[] {lengths.length, channels}, 'f');
      Columns from = new Columns(input);
      Columns to = new Columns(maxima);
      places = new int[lengths.length * channels];
      int at = 0;
      for (int i = 0; i < places.length; i++) {
        int end = at + lengths[i % lengths.length];
        places[i] = greatest(from, at, end);
        to.set(i, from.get(places[i]));
        at = end;
      }
      return maxima;
    }

    @Override
    @SuppressWarnings("NullAway") // No Gradient without parameters, none at all for the lengths.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
      INDArray ofMaxima = Columns.ordered(epsilon);
      INDArray gradient =
          workspaces.create(ArrayType.ACTIVATION_GRAD, ofMaxima.dataType(), inputs[0].shape(), 'f');
      Columns from = new Columns(ofMaxima);
      Columns to = new Columns(gradient);
      for (int i = 0; i < places.length; i++) {
        to.set(places[i], from.get(i));
      }
      return new Pair<>(null, new INDArray[] {gradient, null});
    }

    private static int greatest(Columns numbers, int from, int to) {
      int place = from;
      double greatest = numbers.get(from);
      for (int i = from + 1; i < to; i++) {
        double number = numbers.get(i);
        if (number > greatest) {
          greatest = number;
          place = i;
        }
      }
      return place;
    }
  }
}
