package io.trunkline.cli.bench;

/**
 * A figure to reach, in per cent of accuracy (spans: of exact-match F1).
 *
 * @param task whose figure; {@link #MEAN}: the mean over the study's tasks
 * @param floor what TF-IDF and a linear support vector machine reach on the same files; NaN: not
 *     measured
 * @param bar what we mean to reach at least
 */
record Bar(String task, double floor, double bar) {
  static final String MEAN = "mean";
}
