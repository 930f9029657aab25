package io.trunkline.model.gate;

import io.trunkline.model.InvalidInputException;

/**
 * A test of whether the version that serves is worse than the one before it by more than a margin,
 * by corrections as they come. It may be looked at after every one of them and stopped at any time:
 * a version that is not worse ever raises the alarm with probability α at most.
 *
 * <p>Each correction bets against the hypothesis {@code E[dₜ | past] ≥ −ε}, dₜ being the serving
 * version's score minus its predecessor's. Under it the wealth {@code Wₜ = Wₜ₋₁ (1 − λₜ (dₜ + ε))},
 * {@code W₀ = 1}, does not grow in expectation, whatever stakes λₜ in {@code [0, 1 / (1 + ε)]} are
 * chosen by the past, and exceeds {@code 1 / α} at any time with probability α at most (Ville's
 * inequality). The stake is the paper's aGRAPA's, {@code λₜ = g / (σ² + g²)} with {@code g = −(μ +
 * ε)}, at least 0 and at most half of what could be lost; μ and σ² are mean and variance of the
 * differences so far and of one before all that is 0 on average with variance 1.
 *
 * <p>It holds if corrections are asked for without regard to the answers. People volunteer them
 * where the serving version is wrong, and of such ones alone no version looks good. Several tests
 * at once should share α.
 *
 * @param margin ε, in [0, 1)
 * @param alpha α, the chance of a false alarm, in (0, 1)
 * @param corrections how many there were
 * @param serving sum of the serving version's scores
 * @param predecessor sum of the other's
 * @param squares sum of the squared differences
 * @param logWealth {@code ln Wₜ}
 * @param greatest the greatest that it ever was
 * @see <a href="https://doi.org/10.1093/jrsssb/qkad009">I. Waudby-Smith and A. Ramdas, Estimating
 *     Means of Bounded Random Variables by Betting, Journal of the Royal Statistical Society B 86,
 *     2024</a>
 * @see "J. Ville, Étude critique de la notion de collectif, 1939"
 */
public record Probation(
    double margin,
    double alpha,
    long corrections,
    double serving,
    double predecessor,
    double squares,
    double logWealth,
    double greatest) {
  private static final double MOST_STAKED = 0.5;

  public Probation {
    if (!(margin >= 0 && margin < 1) || !(alpha > 0 && alpha < 1)) {
      throw new InvalidInputException(
          "the probation's margin is %s and its alpha %s, expected 0 to 1"
              .formatted(margin, alpha));
    }
  }

  /** Before any correction. */
  public static Probation of(double margin, double alpha) {
    return new Probation(margin, alpha, 0, 0, 0, 0, 0, 0);
  }

  /**
   * With one correction more.
   *
   * @param servingScore how right the serving version is, in [0, 1], see {@link PairedScore}
   * @param predecessorScore how right the one before it is
   */
  public Probation add(double servingScore, double predecessorScore) {
    double difference = servingScore - predecessorScore;
    double wealth = logWealth + Math.log1p(-stake() * (difference + margin));
    return new Probation(
        margin,
        alpha,
        corrections + 1,
        serving + servingScore,
        predecessor + predecessorScore,
        squares + difference * difference,
        wealth,
        Math.max(greatest, wealth));
  }

  /** Whether the serving version is shown to be worse by more than the margin; stays so. */
  public boolean isWorse() {
    return greatest >= -Math.log(alpha);
  }

  /** The greatest wealth so far, at least 1; {@code 1 / α} is the alarm. */
  public double evidence() {
    return Math.exp(greatest);
  }

  /** Mean score of the serving version; NaN before the first correction. */
  public double servingMean() {
    return serving / corrections;
  }

  /** Mean score of the version before it; NaN before the first correction. */
  public double predecessorMean() {
    return predecessor / corrections;
  }

  private double stake() {
    double mean = (serving - predecessor) / (corrections + 1);
    double variance = (squares + 1) / (corrections + 1) - mean * mean;
    double gap = -(mean + margin);
    return Math.min(Math.max(gap, 0) / (variance + gap * gap), MOST_STAKED / (1 + margin));
  }
}
