package io.trunkline.model.network;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j's dense layer, with matrices column by column as BLAS wants them. Its own one has
 * rows, so that each product is made of copies, and computes the forward pass again in the backward
 * one: that takes about twice as long or more.
 */
final class ColumnDense extends DenseLayer {
  private static final long serialVersionUID = 1L;

  /**
   * Describes a layer.
   *
   * @param activation one that tells its slope from what it gives out, as ReLU and the identity do
   */
  ColumnDense(int inputs, int outputs, Activation activation) {
    setNIn(inputs);
    setNOut(outputs);
    setActivationFn(activation.getActivationFunction());
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initializeParameters,
      DataType type) {
    Products layer = new Products(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    Map<String, INDArray> table =
        initializer().init(configuration, parameters, initializeParameters);
    layer.setParamTable(table);
    layer.setConf(configuration);
    return layer;
  }

  private static final class Products
      extends org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer {
    private static final long serialVersionUID = 1L;

    private transient @Nullable INDArray output;

    Products(NeuralNetConfiguration configuration, DataType type) {
      super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
      INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
      INDArray sums =
          workspaces.createUninitialized(
              ArrayType.ACTIVATIONS,
              weights.dataType(),
              new long[] {input.size(0), weights.size(1)},
              'f');
      Nd4j.gemm(input, weights, sums, false, false, 1, 0);
      sums.addiRowVector(getParam(DefaultParamInitializer.BIAS_KEY));
      output = layerConf().getActivationFn().getActivation(sums, training);
      return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
        INDArray epsilon, LayerWorkspaceMgr workspaces) {
      INDArray delta =
          layerConf()
              .getActivationFn()
              .backprop(Objects.requireNonNull(output), Columns.ordered(epsilon))
              .getFirst();
      INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
      INDArray ofWeights = gradientViews.get(DefaultParamInitializer.WEIGHT_KEY);
      INDArray ofBiases = gradientViews.get(DefaultParamInitializer.BIAS_KEY);
      Nd4j.gemm(input, delta, ofWeights, true, false, 1, 0);
      delta.sum(ofBiases, 0);
      INDArray ofInput =
          workspaces.createUninitialized(
              ArrayType.ACTIVATION_GRAD,
              delta.dataType(),
              new long[] {delta.size(0), weights.size(0)},
              'f');
      Nd4j.gemm(delta, weights, ofInput, false, true, 1, 0);
      Gradient gradient = new DefaultGradient();
      gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, ofWeights);
      gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, ofBiases);
      return new Pair<>(gradient, ofInput);
    }
  }
}
