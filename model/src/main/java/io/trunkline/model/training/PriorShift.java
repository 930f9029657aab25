package io.trunkline.model.training;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Target;
import java.util.List;

/**
 * Takes out of a single-label head half of what batches had too much of some labels. Where label y
 * was right in a part q(y) of the texts of the batches, and is in a part p(y) of all texts, a head
 * that learnt the former says the latter once {@code ln p(y) − ln q(y)} is added to its logit. Half
 * of that, the root of p / q, because neither part is that of the texts to come: what people
 * correct of late is more likely to come again than all that is remembered.
 *
 * @see <a href="https://arxiv.org/abs/2007.07314">A. K. Menon et al., Long-tail learning via logit
 *     adjustment, ICLR 2021</a>
 */
final class PriorShift {
  private static final double STRENGTH = 0.5;

  private PriorShift() {}

  /**
   * What to add to each logit of a task; 0 for labels that no text has, and for all of a task of
   * another kind.
   *
   * @param place of the task among all
   * @param fresh texts of which batches had a fixed share
   * @param old texts that made the rest of the batches
   * @param freshShare that share
   */
  static float[] of(
      Task task, int place, List<LabelledText> fresh, List<LabelledText> old, double freshShare) {
    float[] shift = new float[task.labels().size()];
    if (task.kind() != TaskKind.SINGLE_LABEL) {
      return shift;
    }
    long[] news = counts(task, place, fresh);
    long[] known = counts(task, place, old);
    double freshTexts = Math.max(1, sum(news));
    double oldTexts = Math.max(1, sum(known));
    for (int label = 0; label < shift.length; label++) {
      double natural = (news[label] + known[label]) / (freshTexts + oldTexts);
      double drawn =
          freshShare * news[label] / freshTexts + (1 - freshShare) * known[label] / oldTexts;
      shift[label] = drawn > 0 ? (float) (STRENGTH * Math.log(natural / drawn)) : 0;
    }
    return shift;
  }

  private static long[] counts(Task task, int place, List<LabelledText> texts) {
    long[] counts = new long[task.labels().size()];
    for (LabelledText text : texts) {
      if (text.targets().get(place) instanceof Target.OneClass one) {
        counts[one.label()]++;
      }
    }
    return counts;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
