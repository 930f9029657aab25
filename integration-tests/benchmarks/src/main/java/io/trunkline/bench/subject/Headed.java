package io.trunkline.bench.subject;

import io.trunkline.model.Calibration;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Models with a trained trunk and as many heads as are wanted, of random weights: their answers
 * mean nothing, and cost what answers cost.
 */
public final class Headed {
  private Headed() {}

  /**
   * A model with single-label tasks.
   *
   * @param trunk a model whose trunk it has
   * @param labels how many labels each task has
   */
  public static Model of(Model trunk, List<Integer> labels) {
    return of(trunk, trunk.spec().features(), labels);
  }

  /** The same that reads texts in another way. */
  public static Model of(Model trunk, ModelSpec.Features features, List<Integer> labels) {
    List<Task> tasks = new ArrayList<>();
    Map<String, Calibration> calibrations = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      String name = "task-" + i;
      // Different labels: tasks with the same ones would share a head.
      List<String> names =
          IntStream.range(0, labels.get(i)).mapToObj(label -> name + "-label-" + label).toList();
      tasks.add(new Task(name, TaskKind.SINGLE_LABEL, names));
      calibrations.put(name, Calibration.NONE);
    }
    ModelSpec spec = new ModelSpec(tasks, features, trunk.spec().network());
    return new Model(
        spec,
        trunk.words(),
        trunk.ngrams(),
        trunk.wide(),
        trunk.embeddings(),
        dense(trunk, spec),
        calibrations,
        trunk.training(),
        Model.Memory.NONE);
  }

  /** The convolutions, which come first, as they are, then random numbers. */
  private static float[] dense(Model trunk, ModelSpec spec) {
    SplittableRandom random = new SplittableRandom(1);
    float[] dense = new float[(int) Layout.size(spec)];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = (float) random.nextDouble(-0.1, 0.1);
    }
    int convolutions = (int) Layout.trunkSize(spec);
    System.arraycopy(trunk.dense(), 0, dense, 0, convolutions);
    return dense;
  }
}
