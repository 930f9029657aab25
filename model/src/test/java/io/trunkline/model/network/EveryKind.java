package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.text.EncodedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A small network with a task of every kind and a fusion head, and three texts to learn. */
final class EveryKind {
  static final int TYPE = 0;
  static final int NAMES = 2;
  static final int NEXT = 4;

  static final ModelSpec SPEC =
      new ModelSpec(
          List.of(
              new Task("type", TaskKind.SINGLE_LABEL, List.of("a", "b", "c")),
              new Task("topics", TaskKind.MULTI_LABEL, List.of("x", "y")),
              new Task("names", TaskKind.SPANS, List.of("person")),
              new Task("mark", TaskKind.SCORE, List.of()),
              new Task(
                  "next",
                  TaskKind.SINGLE_LABEL,
                  List.of("stop", "go"),
                  false,
                  List.of("names", "type"))),
          new ModelSpec.Features(16, 8, 8),
          new ModelSpec.Network(8, 4, ModelSpec.Network.Arrangement.STACKED, List.of(3, 3, 3), 8));

  static final List<EncodedText> TEXTS =
      List.of(
          new EncodedText(new int[] {2, 3}, new int[] {0, 1, 2}, new int[0]),
          new EncodedText(new int[] {4}, new int[] {3, 4}, new int[0]),
          new EncodedText(new int[] {3, 4, 2}, new int[] {5, 1}, new int[0]));

  static final List<LabelledText> BATCH =
      List.of(
          new LabelledText(
              TEXTS.get(0),
              targets(
                  new Target.OneClass(0),
                  new Target.SeveralClasses(new boolean[] {true, true}),
                  new Target.Tags(new int[] {0, 1}),
                  new Target.Number(-1),
                  new Target.OneClass(1))),
          new LabelledText(
              TEXTS.get(1),
              targets(
                  new Target.OneClass(1),
                  new Target.SeveralClasses(new boolean[] {false, false}),
                  new Target.Tags(new int[] {0}),
                  new Target.Number(0.5),
                  new Target.OneClass(0))),
          new LabelledText(
              TEXTS.get(2),
              targets(
                  new Target.OneClass(2),
                  null,
                  new Target.Tags(new int[] {1, 2, 0}),
                  new Target.Number(1),
                  null)));

  static final LearnerSettings PLAIN =
      new LearnerSettings(
          new LearnerSettings.Penalty(0, 0, 0),
          0,
          0,
          new LearnerSettings.DropoutRates(0, 0, 0, 0),
          0,
          LearnerSettings.TaskWeights.EQUAL,
          Set.of());

  private EveryKind() {}

  static Network network() {
    return new Network(SPEC, Initializer.parameters(SPEC, 5, TEXTS, new SplittableRandom(3)));
  }

  static NetworkLearner learner(Network network, LearnerSettings settings) {
    return new NetworkLearner(network, settings, new SplittableRandom(5));
  }

  static LearnerSettings weighted(TaskWeighting weighting) {
    return new LearnerSettings(
        PLAIN.penalty(),
        0,
        0,
        PLAIN.dropout(),
        0,
        new LearnerSettings.TaskWeights(weighting, Map.of(), Map.of()),
        Set.of());
  }

  static LearnerSettings headsOnly(String... heads) {
    return new LearnerSettings(
        new LearnerSettings.Penalty(0.01, 0, 0),
        0,
        0,
        PLAIN.dropout(),
        0,
        LearnerSettings.TaskWeights.EQUAL,
        Set.of(heads));
  }

  static LearnerSettings clipped(double norm) {
    return new LearnerSettings(
        PLAIN.penalty(), 0, 0, PLAIN.dropout(), norm, LearnerSettings.TaskWeights.EQUAL, Set.of());
  }

  /** The batch with labels of one task alone. */
  static List<LabelledText> labelledFor(int task) {
    List<LabelledText> batch = new ArrayList<>();
    for (LabelledText text : BATCH) {
      List<@Nullable Target> targets = new ArrayList<>();
      for (int i = 0; i < text.targets().size(); i++) {
        targets.add(i == task ? text.targets().get(i) : null);
      }
      batch.add(new LabelledText(text.text(), targets));
    }
    return batch;
  }

  private static List<@Nullable Target> targets(@Nullable Target... targets) {
    List<@Nullable Target> list = new ArrayList<>();
    for (Target target : targets) {
      list.add(target);
    }
    return list;
  }
}
