package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a step along a batch's gradients, in the tables and the dense parameters. */
final class ParameterLearner {
  private final Parameters parameters;
  private final LearnerSettings settings;
  private final List<Segment> learning;
  private final boolean tablesLearn;

  /** What learning started from, where it is pulled back there; otherwise what is learnt itself. */
  private final Parameters origin;

  private final TableLearner wide;
  private final TableLearner embeddings;
  private final DenseLearner dense;

  ParameterLearner(Network network, LearnerSettings settings) {
    this.settings = settings;
    parameters = network.parameters();
    origin = settings.penalty().anchor() > 0 ? parameters.copy() : parameters;
    List<Segment> segments = network.trunk().layout().segments();
    tablesLearn = settings.headsOnly().isEmpty();
    if (tablesLearn) {
      learning = segments;
    } else {
      Set<String> layers = layers(network.spec().tasks(), settings.headsOnly());
      learning = segments.stream().filter(segment -> layers.contains(segment.layer())).toList();
    }
    ModelSpec.Network shape = network.spec().network();
    double decay = settings.penalty().weightDecay();
    wide = new TableLearner(parameters.wide(), shape.wideSize(), decay);
    embeddings = new TableLearner(parameters.embeddings(), shape.wordSize(), decay);
    dense =
        new DenseLearner(
            parameters.dense(), decay, tablesLearn ? besideCommon(network.spec()) : Set.of());
  }

  /**
   * Takes a step.
   *
   * @param gradients summed over the batch; penalties are added to them
   * @param labelled the tasks that have a label in the batch; a layer that none of them depends on
   *     is left as it is
   * @param scale 1 / batch size
   */
  void update(BatchGradients gradients, BitSet labelled, float scale, double rate) {
    List<Segment> segments =
        learning.stream().filter(segment -> segment.tasks().intersects(labelled)).toList();
    LearnerSettings.Penalty penalty = settings.penalty();
    if (penalty.isPartOfTheLoss()) {
      gradients.penalise(parameters, origin, penalty, 1 / scale);
    }
    float factor = scale * clipping(gradients, segments, scale);
    if (tablesLearn) {
      wide.update(gradients.wide(), factor, rate);
      embeddings.update(gradients.words(), factor, rate);
    }
    dense.update(segments, gradients.dense(), factor, rate);
  }

  /** What to multiply gradients by so that they are not too long; at most 1. */
  private float clipping(BatchGradients gradients, List<Segment> segments, float scale) {
    if (settings.clipNorm() == 0) {
      return 1;
    }
    double norm = scale * Math.sqrt(gradients.squaredNorm(segments, tablesLearn));
    return (float) Math.min(1, settings.clipNorm() / norm);
  }

  /** The heads of tasks that a common head learns for too. */
  private static Set<String> besideCommon(ModelSpec spec) {
    return Heads.besideCommon(spec).stream().mapToObj(TrunkGraph::head).collect(Collectors.toSet());
  }

  /** The layers that belong to the heads of the named tasks alone. */
  private static Set<String> layers(List<Task> tasks, Set<String> names) {
    Set<String> layers = new HashSet<>();
    for (String name : names) {
      int place = Heads.place(tasks, name);
      layers.add(TrunkGraph.head(place));
      layers.add(TrunkGraph.fusion(place));
    }
    return layers;
  }
}
