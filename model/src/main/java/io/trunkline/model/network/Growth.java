package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes room in a network for new tasks, and for new labels of the tasks it has. What it says of
 * the labels it had stays as it was, bit for bit: their parameters are copied, and a common head
 * that an old task comes to share with a new one starts at zero.
 */
public final class Growth {
  private final ModelSpec from;
  private final Layout before;
  private final float[] learnt;

  private Growth(ModelSpec from, float[] learnt) {
    this.from = from;
    this.learnt = learnt;
    before = Layout.of(from);
  }

  /**
   * The parameters of the grown network, in arrays of their own.
   *
   * @param from the network as it is
   * @param learnt its parameters
   * @param to the network as it is to be: the tasks of {@code from} first, each with the labels it
   *     had first, perhaps followed by others; all else the same
   * @param random draws what is new, as {@link Initializer} does
   */
  public static Parameters grow(
      ModelSpec from, Parameters learnt, ModelSpec to, RandomGenerator random) {
    float[] dense = Initializer.dense(to, random);
    Growth growth = new Growth(from, learnt.dense());
    Layout after = Layout.of(to);
    ModelSpec.Network network = from.network();
    for (int i = 0; i < network.kernels().size(); i++) {
      growth.copy(TrunkGraph.convolution(i), after, TrunkGraph.convolution(i), dense);
    }
    growth.copyCommonHeads(to, after, dense);
    for (int i = 0; i < from.tasks().size(); i++) {
      if (Heads.isFusion(from.tasks().get(i))) {
        growth.copyFusion(i, to, after, dense);
      }
      growth.copy(TrunkGraph.head(i), after, TrunkGraph.head(i), dense);
    }
    return new Parameters(learnt.wide().clone(), learnt.embeddings().clone(), dense);
  }

  private void copyCommonHeads(ModelSpec to, Layout after, float[] dense) {
    List<List<Integer>> old = Heads.common(from);
    List<List<Integer>> groups = Heads.common(to);
    for (int group = 0; group < groups.size(); group++) {
      int first = groups.get(group).get(0);
      String layer = TrunkGraph.common(group);
      Segment segment = after.segment(layer);
      for (int output = 0; output < segment.outputs(); output++) {
        clear(segment, output, dense);
      }
      for (int before = 0; before < old.size(); before++) {
        if (old.get(before).contains(first)) {
          copy(TrunkGraph.common(before), after, layer, dense);
        }
      }
    }
  }

  /** Weights of a fusion layer go with the outputs they are for; those of new outputs are zero. */
  private void copyFusion(int task, ModelSpec to, Layout after, float[] dense) {
    Segment source = before.segment(TrunkGraph.fusion(task));
    Segment target = after.segment(TrunkGraph.fusion(task));
    for (int output = 0; output < source.outputs(); output++) {
      clear(target, output, dense);
      int oldInput = 0;
      int input = 0;
      for (String name : from.tasks().get(task).reads()) {
        int read = Heads.place(from.tasks(), name);
        int had = Heads.outputs(from.tasks().get(read));
        for (int i = 0; i < had; i++) {
          dense[target.weight(output, input + i)] = learnt[source.weight(output, oldInput + i)];
        }
        oldInput += had;
        input += Heads.outputs(to.tasks().get(read));
      }
      dense[target.bias(output)] = learnt[source.bias(output)];
    }
  }

  private static void clear(Segment segment, int output, float[] dense) {
    for (int input = 0; input < segment.inputs(); input++) {
      dense[segment.weight(output, input)] = 0;
    }
    dense[segment.bias(output)] = 0;
  }

  private void copy(String layer, Layout after, String to, float[] dense) {
    Segment source = before.segment(layer);
    Segment target = after.segment(to);
    for (int output = 0; output < source.outputs(); output++) {
      for (int input = 0; input < source.inputs(); input++) {
        dense[target.weight(output, input)] = learnt[source.weight(output, input)];
      }
      dense[target.bias(output)] = learnt[source.bias(output)];
    }
  }
}
