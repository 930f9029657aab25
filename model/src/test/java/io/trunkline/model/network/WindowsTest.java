package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

class WindowsTest {
  /** Two texts, of three tokens and of two. */
  private static final float[][] TOKENS = {{1, 10}, {2, 20}, {3, 30}, {4, 40}, {5, 50}};

  @Test
  void anOddWindowHasAsManyTokensBeforeAsAfter() {
    assertThat(windows(3, 1))
        .isDeepEqualTo(
            new float[][] {
              {0, 0, 1, 10, 2, 20},
              {1, 10, 2, 20, 3, 30},
              {2, 20, 3, 30, 0, 0},
              {0, 0, 4, 40, 5, 50},
              {4, 40, 5, 50, 0, 0}
            });
  }

  @Test
  void anEvenWindowHasOneMoreAfter() {
    assertThat(windows(2, 1))
        .isDeepEqualTo(
            new float[][] {
              {1, 10, 2, 20}, {2, 20, 3, 30}, {3, 30, 0, 0}, {4, 40, 5, 50}, {5, 50, 0, 0}
            });
  }

  @Test
  void aDilatedWindowSkipsTokens() {
    assertThat(windows(3, 2))
        .isDeepEqualTo(
            new float[][] {
              {0, 0, 1, 10, 3, 30},
              {0, 0, 2, 20, 0, 0},
              {1, 10, 3, 30, 0, 0},
              {0, 0, 4, 40, 0, 0},
              {0, 0, 5, 50, 0, 0}
            });
  }

  @Test
  void aWindowWiderThanAllTextsHasZerosAround() {
    assertThat(windows(3, 4)[2]).containsExactly(0, 0, 3, 30, 0, 0);
    assertThat(windows(3, 16)[2]).containsExactly(0, 0, 3, 30, 0, 0);
  }

  private static float[][] windows(int kernel, int dilation) {
    Engine.start();
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("tokens", "lengths")
                .addVertex("windows", new Windows(kernel, dilation), "tokens", "lengths")
                .addLayer(
                    "same", new ColumnDense(2 * kernel, 2 * kernel, Activation.IDENTITY), "windows")
                .setOutputs("same")
                .build());
    graph.init();
    graph.params().assign(0);
    graph.getLayer("same").getParam("W").assign(Nd4j.eye(2 * kernel));
    INDArray lengths = Nd4j.createFromArray(new float[][] {{3}, {2}});
    float[][] windows = graph.outputSingle(Nd4j.createFromArray(TOKENS), lengths).toFloatMatrix();
    graph.close();
    return windows;
  }
}
