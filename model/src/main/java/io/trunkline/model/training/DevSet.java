package io.trunkline.model.training;

import io.trunkline.model.Task;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The examples an epoch is chosen by.
 *
 * @param tasks what they are labelled for
 * @param texts the examples
 */
record DevSet(List<Task> tasks, List<LabelledText> texts) {
  private static final int BATCH = 128;

  /** The fraction of its labelled texts that a network gets right, by task. */
  Map<String, Double> accuracy(Network network) {
    int[] right = new int[tasks.size()];
    int[] labelled = new int[tasks.size()];
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<LabelledText> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      List<float[][]> logits = network.logits(batch.stream().map(LabelledText::text).toList());
      for (int task = 0; task < right.length; task++) {
        for (int i = 0; i < batch.size(); i++) {
          if (batch.get(i).targets().get(task) instanceof Target.OneClass expected) {
            labelled[task]++;
            right[task] += expected.label() == best(logits.get(task)[i]) ? 1 : 0;
          }
        }
      }
    }
    Map<String, Double> accuracy = new LinkedHashMap<>();
    for (int task = 0; task < right.length; task++) {
      if (labelled[task] > 0) {
        accuracy.put(tasks.get(task).name(), (double) right[task] / labelled[task]);
      }
    }
    return accuracy;
  }

  private static int best(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }
}
