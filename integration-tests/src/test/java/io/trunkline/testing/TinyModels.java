package io.trunkline.testing;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.training.Schedule;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import io.trunkline.model.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real models of the tasks {@code intent} and {@code subject}, trained in a second or two. */
public final class TinyModels {
  /** What they answer. */
  public static final List<String> TASKS = List.of("intent", "subject");

  private static final List<Phrase> INTENTS =
      List.of(
          new Phrase("explain", "please explain"),
          new Phrase("schedule", "when do we meet for"),
          new Phrase("material", "send me the slides on"));
  private static final List<Phrase> SUBJECTS =
      List.of(
          new Phrase("history", "the French revolution"),
          new Phrase("history", "the Roman empire"),
          new Phrase("mathematics", "prime numbers"),
          new Phrase("mathematics", "linear equations"),
          new Phrase("biology", "the living cell"),
          new Phrase("biology", "the human heart"));

  private static final Map<Long, Model> TRAINED = new ConcurrentHashMap<>();

  private TinyModels() {}

  /** A model; every seed gives another, trained once. */
  public static Model of(long seed) {
    return TRAINED.computeIfAbsent(seed, TinyModels::train);
  }

  private static Model train(long seed) {
    List<Example> examples = examples();
    return new Trainer(config(seed), TrainingListener.SILENT).train(examples, examples);
  }

  /** Every sentence that the phrases make, labelled. */
  public static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (Phrase intent : INTENTS) {
      for (Phrase subject : SUBJECTS) {
        Map<String, LabelValue> labels =
            Map.of("intent", new One(intent.label()), "subject", new One(subject.label()));
        examples.add(new Example("", intent.words() + " " + subject.words(), labels));
      }
    }
    return examples;
  }

  private static TrainingConfig config(long seed) {
    TrainingConfig defaults = TrainingConfig.defaults();
    return new TrainingConfig(
        List.of(),
        new ModelSpec.Features(256, 64, 16),
        new TrainingConfig.Words(1, 100),
        new TrainingConfig.Trunk(
            8,
            4,
            TrainingConfig.Trunk.Arranged.AUTO,
            new TrainingConfig.Trunk.Kernels(List.of(2), List.of(3)),
            4),
        new Schedule(10, 8, 2e-2, Schedule.Shape.ONE_CYCLE, 0.1, 0.3, 0.3, 0),
        new TrainingConfig.Dropout(0, 0, 0, 0),
        new TrainingConfig.Regularisation(0, 0, 0, 0, 0, 0),
        defaults.balance(),
        defaults.noise(),
        defaults.memory(),
        seed);
  }

  private record Phrase(String label, String words) {}
}
