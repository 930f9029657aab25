package io.trunkline.testing;

import io.trunkline.model.Calibration;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import io.trunkline.model.network.Layout;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.TextEncoder;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model of every kind of task, of a fusion head that reads two of them, and of an attribute
 * beside the text. Nobody trained it, so its answers mean nothing; but they differ from text to
 * text.
 */
public final class MixedModel {
  /** A single-label task; its label is always abstained from. */
  public static final String UNSURE = "mood";

  /** The attribute it reads. */
  public static final String ATTRIBUTE = "grade";

  private static final List<Task> ALL =
      List.of(
          new Task(UNSURE, TaskKind.SINGLE_LABEL, List.of("calm", "curious", "angry")),
          new Task("needs", TaskKind.MULTI_LABEL, List.of("slides", "notes", "exercises")),
          new Task("places", TaskKind.SPANS, List.of("city", "country")),
          new Task("difficulty", TaskKind.SCORE, List.of()),
          new Task(
              "next",
              TaskKind.SINGLE_LABEL,
              List.of("rest", "read", "practise"),
              false,
              List.of(UNSURE, "needs")));

  private MixedModel() {}

  /** Names of its tasks. */
  public static List<String> tasks() {
    return ALL.stream().map(Task::name).toList();
  }

  /**
   * The model.
   *
   * @param texts of which it knows the n-grams
   */
  public static Model create(List<Text> texts) {
    ModelSpec.Features features = new ModelSpec.Features(256, 32, 16, List.of(ATTRIBUTE));
    NgramIndex ngrams =
        NgramIndex.of(
            texts.stream().map(text -> TextEncoder.ngrams(text, features)).toList(),
            features.wideRows());
    int rows = ngrams.owners().length;
    ModelSpec spec =
        new ModelSpec(
            ALL,
            features.withWideRows(rows),
            new ModelSpec.Network(4, 4, Arrangement.STACKED, List.of(3, 3), 4));
    List<String> words = List.of("the", "course", "水");
    Random random = new Random(5);
    return new Model(
        spec,
        words,
        ngrams.owners(),
        numbers(rows * 4, random),
        numbers((words.size() + 2) * 4, random),
        numbers((int) Layout.size(spec), random),
        Map.of(
            UNSURE,
            new Calibration(20, List.of(), 1, 0, 1),
            "needs",
            new Calibration(1, List.of(0.5, 0.5, 0.5), 0, 0, 1),
            "places",
            Calibration.NONE,
            "difficulty",
            new Calibration(1, List.of(), 0, 3, 2),
            "next",
            Calibration.NONE),
        new Model.TrainingSummary("0".repeat(64), 0, 5, Map.of()));
  }

  private static float[] numbers(int size, Random random) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
