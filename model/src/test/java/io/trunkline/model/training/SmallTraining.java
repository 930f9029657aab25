package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.network.TaskWeighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A task that a small network learns in a second: who, where and when, in English and Chinese. */
public final class SmallTraining {
  public static final TrainingConfig CONFIG =
      new TrainingConfig(
          List.of(),
          new ModelSpec.Features(1 << 10, 128, 16),
          new TrainingConfig.Words(2, 100),
          new TrainingConfig.Trunk(
              16,
              8,
              TrainingConfig.Trunk.Arranged.AUTO,
              new TrainingConfig.Trunk.Kernels(List.of(2, 3), List.of(3, 3)),
              8),
          new Schedule(10, 8, 2e-2, Schedule.Shape.ONE_CYCLE, 0.1, 0.3, 0.3, 0),
          new TrainingConfig.Dropout(0.1, 0.1, 0.1, 0),
          new TrainingConfig.Regularisation(0.01, 0, 0, 0.1, 0, 0),
          new Balance(
              TaskWeighting.FIXED, Balance.Sampling.PROPORTIONAL, Balance.ClassWeights.NONE),
          Noise.NONE,
          new TrainingConfig.Memory(1 << 14, 1 << 16),
          1);

  public static final List<Example> EXAMPLES = examples();

  private SmallTraining() {}

  /** The settings with another number of epochs. */
  static TrainingConfig epochs(int epochs) {
    return CONFIG.withSchedule(CONFIG.schedule().withEpochs(epochs));
  }

  /** A task that reads others. */
  static TaskChoice reading(String task, List<String> reads) {
    return new TaskChoice(task, null, List.of(), 1, false, 5, reads, new TaskChoice.Abstain(0, 0));
  }

  /** The examples with further tasks, so that there is one of every kind. */
  static List<Example> everyKind() {
    return EXAMPLES.stream()
        .map(
            example -> {
              int length = example.text().codePointCount(0, example.text().length());
              Map<String, LabelValue> labels = new HashMap<>(example.labels());
              labels.put("length", new LabelValue.Score(length));
              labels.put(
                  "marks",
                  new LabelValue.Spans(List.of(new LabelValue.Span(length - 1, length, "mark"))));
              labels.put("things", new LabelValue.Several(List.of(length > 8 ? "long" : "short")));
              return new Example(example.id(), example.text(), labels);
            })
        .toList();
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String thing : List.of("river", "mountain", "city", "lake", "desert", "island", "road")) {
      examples.add(example("Where is the " + thing + "?", "place", "en"));
      examples.add(example("Who saw the " + thing + "?", "person", "en"));
      examples.add(example("When was the " + thing + " found?", "time", "en"));
    }
    for (String thing : List.of("河", "山", "城市", "湖", "沙漠", "岛", "路")) {
      examples.add(example(thing + "在哪里？", "place", "zh"));
      examples.add(example("谁看见" + thing + "？", "person", "zh"));
      examples.add(example(thing + "何时发现？", "time", "zh"));
    }
    return List.copyOf(examples);
  }

  private static Example example(String text, String about, String language) {
    return new Example(
        text,
        text,
        Map.of("about", new LabelValue.One(about), "language", new LabelValue.One(language)));
  }
}
