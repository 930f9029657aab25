package io.trunkline.model.training;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.decoding.BioTags;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights that keep frequent labels from crowding out rare ones: where label k is right n_k times,
 * {@code w_k = (1 / √n_k) · Σ_j n_j / Σ_j √n_j}, so that on average what is right weighs 1. A label
 * that never is weighs 1. The root lies between no weights, under which rare labels are given up,
 * and 1 / n_k, under which they are given at every turn. Spans are weighed tag by tag.
 */
final class LabelBalance {
  private LabelBalance() {}

  /** The weights of every task with labels, by its name, in the order of its head's outputs. */
  static Map<String, float[]> weights(List<Task> tasks, List<LabelledText> texts) {
    Map<String, float[]> weights = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (task.kind() != TaskKind.SCORE) {
        weights.put(task.name(), weights(counts(task, i, texts)));
      }
    }
    return weights;
  }

  /** The weights of labels that are right so many times. */
  static float[] weights(long[] counts) {
    double all = 0;
    double roots = 0;
    for (long count : counts) {
      all += count;
      roots += Math.sqrt(count);
    }
    float[] weights = new float[counts.length];
    for (int label = 0; label < weights.length; label++) {
      weights[label] = counts[label] == 0 ? 1 : (float) (all / roots / Math.sqrt(counts[label]));
    }
    return weights;
  }

  private static long[] counts(Task task, int place, List<LabelledText> texts) {
    int labels = task.labels().size();
    long[] counts = new long[task.kind() == TaskKind.SPANS ? BioTags.count(labels) : labels];
    for (LabelledText text : texts) {
      Target target = text.targets().get(place);
      if (target instanceof Target.OneClass one) {
        counts[one.label()]++;
      } else if (target instanceof Target.SeveralClasses several) {
        for (int label = 0; label < labels; label++) {
          counts[label] += several.holds()[label] ? 1 : 0;
        }
      } else if (target instanceof Target.Tags tags) {
        for (int tag : tags.tags()) {
          counts[tag]++;
        }
      }
    }
    return counts;
  }
}
