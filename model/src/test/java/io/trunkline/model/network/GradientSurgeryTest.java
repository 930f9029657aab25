package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Surgery over tables and layers together, against gradients computed one by one. */
class GradientSurgeryTest {
  @Test
  void sharedGradientsAreOperatedOnAndOthersAddedUp() {
    try (Network network = EveryKind.network()) {
      Lesson lesson =
          Lesson.draw(
              EveryKind.BATCH,
              network.spec(),
              new LearnerSettings.DropoutRates(0, 0, 0, 0),
              new SplittableRandom(1));
      TrunkInput input = lesson.input(network.parameters());
      // Gradients of the first two tasks that go against each other for certain.
      List<float[]> byOutputs = new ArrayList<>();
      List<float[]> outputs = network.trunk().forward(input);
      for (int task = 0; task < outputs.size(); task++) {
        float[] gradient = new float[outputs.get(task).length];
        if (task < 2) {
          gradient[0] = 1;
          gradient[1] = task == 0 ? -1 : 2;
        }
        byOutputs.add(gradient);
      }
      BitSet labelled = new BitSet();
      labelled.set(0, 2);
      BatchGradients operated = new BatchGradients(network);
      new GradientSurgery(network)
          .gradients(lesson, input, byOutputs, labelled, new SplittableRandom(2), operated);

      BatchGradients first = alone(network, lesson, input, byOutputs, 0);
      BatchGradients second = alone(network, lesson, input, byOutputs, 1);
      List<Segment> segments = network.trunk().layout().segments();
      double[][] products = {
        {first.sharedProduct(first, segments), first.sharedProduct(second, segments)},
        {first.sharedProduct(second, segments), second.sharedProduct(second, segments)}
      };
      // Of two tasks there is but one order.
      double[] factors = PcGrad.factors(products, new SplittableRandom(9));
      for (Segment segment : segments) {
        for (int at = (int) segment.from(); at < segment.to(); at++) {
          double expected =
              segment.shared()
                  ? factors[0] * first.dense()[at] + factors[1] * second.dense()[at]
                  : first.dense()[at] + second.dense()[at];
          assertThat((double) operated.dense()[at]).isCloseTo(expected, within(1e-5));
        }
      }
      assertThat(operated.wide().count()).isEqualTo(first.wide().count()).isPositive();
      for (int slot = 0; slot < operated.wide().count(); slot++) {
        assertThat(operated.wide().row(slot)).isEqualTo(first.wide().row(slot));
        assertThat((double) operated.wide().sum(slot)[0])
            .isCloseTo(
                factors[0] * first.wide().sum(slot)[0] + factors[1] * second.wide().sum(slot)[0],
                within(1e-5));
      }
    }
  }

  private static BatchGradients alone(
      Network network, Lesson lesson, TrunkInput input, List<float[]> byOutputs, int task) {
    List<float[]> only = new ArrayList<>();
    for (int i = 0; i < byOutputs.size(); i++) {
      only.add(i == task ? byOutputs.get(i) : new float[byOutputs.get(i).length]);
    }
    network.trunk().forward(input);
    BatchGradients gradients = new BatchGradients(network);
    gradients.set(network.trunk().backward(only), lesson);
    return gradients;
  }
}
