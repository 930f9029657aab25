package io.trunkline.model.training;

/**
 * A learning rate that rises along half a cosine wave from 1/25 of its height to its height, and
 * falls along another to almost nothing.
 *
 * @param height the highest rate
 * @param warmUp fraction of the steps over which it rises
 * @param steps how many there are
 * @see <a href="https://arxiv.org/abs/1708.07120">L. Smith and N. Topin, Super-Convergence,
 *     2017</a>
 */
record OneCycle(double height, double warmUp, long steps) implements LearningRate {
  private static final double START = 1.0 / 25;
  private static final double END = 1e-4 / 25;

  @Override
  public double rate(long step) {
    double top = Math.max(warmUp * steps - 1, 0);
    if (step < top) {
      return height * between(START, 1, step / top);
    }
    double left = steps - 1 - top;
    return height * between(1, END, left <= 0 ? 0 : (step - top) / left);
  }

  private static double between(double from, double to, double way) {
    return to + (from - to) * (1 + Math.cos(Math.PI * way)) / 2;
  }
}
