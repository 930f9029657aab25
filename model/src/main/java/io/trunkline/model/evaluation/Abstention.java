package io.trunkline.model.evaluation;

import io.trunkline.model.Calibration;
import io.trunkline.model.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * What abstaining is to achieve on dev data.
 *
 * @param goal what is wanted
 * @param wanted how much of it, above 0 and at most 1; of no meaning to {@link Goal#NONE}
 */
public record Abstention(Goal goal, double wanted) {
  /** What is wanted. */
  public enum Goal {
    /** Nothing: never abstain. */
    NONE,
    /** That at least this fraction of the answers given is right, and as many are given as can. */
    PRECISION,
    /** That at least this fraction of the texts is answered, those whose answers are surest. */
    COVERAGE
  }

  /** Never abstains. */
  public static final Abstention NEVER = new Abstention(Goal.NONE, 1);

  public Abstention {
    if (!(wanted > 0 && wanted <= 1)) {
      throw new InvalidInputException(
          "the %s wanted by abstaining is %s, expected above 0 and at most 1"
              .formatted(goal.name().toLowerCase(Locale.ROOT), wanted));
    }
  }

  /**
   * The confidence to abstain below: halfway between the last answer given and the first that is
   * not; 0 if all are given, {@link Calibration#ABSTAIN_ALWAYS} if none may be.
   *
   * @param curve of dev answers, by falling confidence
   */
  double threshold(List<RiskCoverage.Point> curve) {
    int given =
        switch (goal) {
          case NONE -> curve.size();
          case PRECISION -> mostThatAreRight(curve);
          case COVERAGE -> fewestThatCover(curve);
        };
    if (given == curve.size()) {
      return 0;
    }
    return given == 0
        ? Calibration.ABSTAIN_ALWAYS
        : (curve.get(given - 1).confidence() + curve.get(given).confidence()) / 2;
  }

  private int mostThatAreRight(List<RiskCoverage.Point> curve) {
    int given = curve.size();
    while (given > 0 && 1 - curve.get(given - 1).risk() < wanted) {
      given--;
    }
    return given;
  }

  private int fewestThatCover(List<RiskCoverage.Point> curve) {
    int given = 0;
    while (given < curve.size() && (given == 0 || curve.get(given - 1).coverage() < wanted)) {
      given++;
    }
    return given;
  }
}
