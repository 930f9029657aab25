package io.trunkline.feedback.quality;

/**
 * How live quality is counted.
 *
 * @param slidingWindow how many of a version's latest judgements are counted besides all of them
 * @param versionsKept how many versions of a task are counted; of more the oldest are forgotten
 * @param driftDelta about how likely a stationary stream raises an alarm at one judgement, in (0,
 *     1)
 */
public record QualitySettings(int slidingWindow, int versionsKept, double driftDelta) {
  private static final int DEFAULT_VERSIONS = 100;
  private static final double DEFAULT_DELTA = 0.002;

  public QualitySettings {
    if (slidingWindow < 1 || versionsKept < 1) {
      throw new IllegalArgumentException(
          "the sliding window has %d judgements and %d versions are kept, expected at least 1 of both"
              .formatted(slidingWindow, versionsKept));
    }
    if (!(driftDelta > 0 && driftDelta < 1)) {
      throw new IllegalArgumentException(
          "the delta of drift is " + driftDelta + ", expected a number in (0, 1)");
    }
  }

  /** A hundred versions; the δ = 0.002 that ADWIN's other implementations have as default. */
  public static QualitySettings of(int slidingWindow) {
    return new QualitySettings(slidingWindow, DEFAULT_VERSIONS, DEFAULT_DELTA);
  }
}
