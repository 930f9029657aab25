package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.decoding.BioTags;
import io.trunkline.model.network.Target;
import io.trunkline.model.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the head of one task should say of examples. */
final class Targets {
  private final Task task;
  private final Calibration scale;
  private final Map<String, Integer> places = new HashMap<>();
  private final BioTags bio;

  /**
   * For a task.
   *
   * @param scale mean and deviation of a score
   */
  Targets(Task task, Calibration scale) {
    this.task = task;
    this.scale = scale;
    task.labels().forEach(label -> places.put(label, places.size()));
    bio = new BioTags(task.labels());
  }

  /**
   * What the head should say, null if the example is not labelled for the task.
   *
   * @param read the tokens that the trunk reads, none if it reads the text as an unknown word
   * @throws InvalidInputException if the value is of another kind or has a label that the task
   *     lacks
   */
  @Nullable Target of(Example example, List<Token> read) {
    LabelValue value = Tasks.value(task, example);
    if (value == null) {
      return null;
    }
    List<String> unheard = unheard(example);
    if (!unheard.isEmpty()) {
      throw new InvalidInputException(
          "training example %s has label %s of task %s, which is not among its labels"
              .formatted(example.name(), unheard.get(0), task.name()));
    }
    if (value instanceof LabelValue.One one) {
      return new Target.OneClass(place(one.label()));
    }
    if (value instanceof LabelValue.Several several) {
      boolean[] holds = new boolean[task.labels().size()];
      several.labels().forEach(label -> holds[place(label)] = true);
      return new Target.SeveralClasses(holds);
    }
    if (value instanceof LabelValue.Spans spans) {
      return new Target.Tags(read.isEmpty() ? new int[1] : bio.tags(spans.spans(), read));
    }
    double number = ((LabelValue.Score) value).value();
    return new Target.Number((number - scale.mean()) / scale.deviation());
  }

  /** The example's labels that the task does not have, in alphabetical order. */
  List<String> unheard(Example example) {
    LabelValue value = Tasks.value(task, example);
    if (value == null) {
      return List.of();
    }
    List<String> unheard = new ArrayList<>(Tasks.labelsOf(value));
    unheard.removeIf(places::containsKey);
    unheard.sort(null);
    return unheard;
  }

  private int place(String label) {
    Integer place = places.get(label);
    if (place == null) {
      throw new IllegalStateException("task %s has no label %s".formatted(task.name(), label));
    }
    return place;
  }
}
