package io.trunkline.feedback.quality;

/**
 * The 95 % score interval of a share. Of n with the share p, and z = 1.96,
 *
 * <pre>
 *   (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
 * </pre>
 *
 * It holds what it promises for small n and for shares near 0 and 1 too, where p ± z √(p(1 − p)/n)
 * does not, and never leaves [0, 1].
 *
 * @param low its lower end
 * @param high its upper end
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson, Probable inference,
 *     the law of succession, and statistical inference, JASA 1927</a>
 */
record Wilson(double low, double high) {
  /** The normal distribution's 97.5 % quantile. */
  private static final double Z = 1.959963984540054;

  /** The interval of so many right ones among so many judged, at least one. */
  static Wilson of(long correct, long judged) {
    double n = judged;
    double p = correct / n;
    double z2 = Z * Z;
    double centre = p + z2 / (2 * n);
    double reach = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    double scale = 1 + z2 / n;
    return new Wilson(Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale));
  }
}
