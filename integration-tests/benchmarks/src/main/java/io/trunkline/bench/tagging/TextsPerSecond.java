package io.trunkline.bench.tagging;

/** Does all texts again and again until a round is over. */
final class TextsPerSecond {
  private static final long ROUND_NANOS = 1_500_000_000;

  private TextsPerSecond() {}

  /**
   * Measures a round.
   *
   * @param texts how many {@code all} does
   */
  static double measure(int texts, Runnable all) {
    long start = System.nanoTime();
    long done = 0;
    long spent;
    do {
      all.run();
      done += texts;
      spent = System.nanoTime() - start;
    } while (spent < ROUND_NANOS);
    return done * 1e9 / spent;
  }
}
