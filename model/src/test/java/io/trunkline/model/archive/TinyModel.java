package io.trunkline.model.archive;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;
import java.util.Map;

/** A whole model of a few dozen parameters, for tests of what carries models about. */
public final class TinyModel {
  private TinyModel() {}

  /** The model; another {@code seed} makes another model. */
  public static Model of(long seed) {
    ModelSpec spec =
        new ModelSpec(
            List.of(
                new Task("colour", TaskKind.SINGLE_LABEL, List.of("blue", "red", "grün")),
                new Task("size", TaskKind.SINGLE_LABEL, List.of("small", "large"))),
            new ModelSpec.Features(8, 16, 4),
            new ModelSpec.Network(2, 3, ModelSpec.Network.Arrangement.PARALLEL, List.of(2), 2));
    return new Model(
        spec,
        List.of("sky", "海"),
        new int[] {8, 0, 0, 11, 0, 0, 0, -1},
        numbers(8 * 2, seed),
        numbers((2 + 2) * 3, seed),
        numbers((2 * 3 + 1) * 2 + (2 + 2 + 1) * (3 + 2), seed),
        Map.of("colour", Calibration.NONE, "size", Calibration.NONE),
        new Model.TrainingSummary("0".repeat(64), 10, seed, Map.of("dev.colour.accuracy", 0.5))
            .madeBy("1".repeat(64), "2".repeat(64)),
        new Model.Memory(List.of(example("g", "sky", "blue")), List.of(example("r", "海", "grün"))));
  }

  private static Example example(String id, String text, String colour) {
    return new Example(id, text, Map.of("colour", new LabelValue.One(colour)));
  }

  private static float[] numbers(int size, long seed) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (i + seed) / 8f;
    }
    return values;
  }
}
