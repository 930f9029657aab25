package io.trunkline.model.gate;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How good an answer's probabilities are, in [0, 1]; 1 is perfect. Of one label it is {@code 1 − ½
 * Σₖ (pₖ − yₖ)²}, yₖ being 1 of the right label and 0 of others; of several, each a question of yes
 * and no, the mean of {@code 1 − (pₖ − yₖ)²}. Spans and numbers have none: a spans answer says
 * nothing of spans it does not claim, and a number has no probability.
 *
 * @see <a href="https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2">G. W. Brier,
 *     Verification of Forecasts Expressed in Terms of Probability, 1950</a>
 */
final class BrierScore {
  private BrierScore() {}

  static OptionalDouble of(LabelValue right, @Nullable Prediction given) {
    if (right instanceof LabelValue.One one) {
      List<ScoredLabel> ranking =
          given instanceof Prediction.OneLabel answer ? answer.ranking() : List.of();
      return OptionalDouble.of(1 - squares(List.of(one.label()), ranking).sum() / 2);
    } else if (right instanceof LabelValue.Several several
        && given instanceof Prediction.SeveralLabels answer) {
      Squares squares = squares(several.labels(), answer.labels(), answer.others());
      return OptionalDouble.of(squares.count() == 0 ? 1 : 1 - squares.sum() / squares.count());
    }
    return OptionalDouble.empty();
  }

  private record Squares(double sum, int count) {}

  @SafeVarargs
  private static Squares squares(List<String> right, List<ScoredLabel>... given) {
    Map<String, Double> errors = new HashMap<>();
    right.forEach(label -> errors.put(label, 1.0));
    for (List<ScoredLabel> labels : given) {
      labels.forEach(label -> errors.merge(label.label(), -label.score(), Double::sum));
    }
    // In a fixed order, so that equal models get equal sums.
    double sum = errors.values().stream().mapToDouble(error -> error * error).sorted().sum();
    return new Squares(sum, errors.size());
  }
}
