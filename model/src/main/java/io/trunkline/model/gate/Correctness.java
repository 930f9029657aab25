package io.trunkline.model.gate;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How right one answer is. */
public final class Correctness {
  private Correctness() {}

  /**
   * Scores an answer in [0, 1]; 1 is right. Of one label it is 1 or 0; of several labels and of
   * spans {@code F1 = 2 |right ∩ given| / (|right| + |given|)}, a span being right if its extent
   * and its label both are, and 1 where nothing is right and nothing given; of a number {@code 1 −
   * min(1, |error| / scale)}. No answer scores 0, and so does one of another kind. Whether the
   * model abstained does not matter.
   *
   * @param given the answer; null: none
   * @param scale of a score task, see {@link ScoreScales}; at least 0
   */
  public static double of(LabelValue right, @Nullable Prediction given, double scale) {
    if (given == null) {
      return 0;
    }
    LabelValue answer = given.value();
    if (right instanceof LabelValue.Several labels && answer instanceof LabelValue.Several others) {
      return f1(labels.labels(), others.labels());
    } else if (right instanceof LabelValue.Spans spans
        && answer instanceof LabelValue.Spans others) {
      return f1(spans.spans(), others.spans());
    } else if (right instanceof LabelValue.Score score
        && answer instanceof LabelValue.Score other) {
      return near(Math.abs(score.value() - other.value()), scale);
    }
    return right.equals(answer) ? 1 : 0;
  }

  private static <T> double f1(List<T> right, List<T> given) {
    Set<T> expected = new HashSet<>(right);
    Set<T> got = new HashSet<>(given);
    int all = expected.size() + got.size();
    expected.retainAll(got);
    return all == 0 ? 1 : 2.0 * expected.size() / all;
  }

  private static double near(double error, double scale) {
    if (error == 0) {
      return 1;
    }
    return error < scale ? 1 - error / scale : 0;
  }
}
