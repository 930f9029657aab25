package io.trunkline.model.evaluation;

/** A figure that says how well a task is answered. */
public enum Metric {
  /** The fraction of texts answered exactly right: the label, all labels, all spans. */
  ACCURACY("accuracy"),
  /** The mean of the labels' F1, see {@link LabelCounts#macroF1()}. */
  MACRO_F1("macroF1"),
  /** F1 over all labels counted together, see {@link LabelCounts#microF1()}. */
  MICRO_F1("microF1"),
  /** How much of what was given is right: single-label a mean over labels, else over all given. */
  PRECISION("precision"),
  /** How much of what is right was given: single-label a mean over labels, else over all right. */
  RECALL("recall"),
  /** Exact-match F1 of spans: extent and label must both be right. */
  F1("f1"),
  /** Mean absolute error, in the units of the score. */
  MAE("mae"),
  /** Of a score: {@code 1 − MAE / the MAE of always giving the mean}; 0 where all are equal. */
  SKILL("skill"),
  /**
   * Negative log-likelihood, in nats: of the right label; of several the mean over the label set;
   * of spans that of each given span being right.
   */
  NLL("nll"),
  /** Expected calibration error, see {@link Reliability}. */
  ECE("ece"),
  /** The fraction of texts that were not abstained from. */
  COVERAGE("coverage"),
  /** Accuracy on the texts that were not abstained from; absent if there are none. */
  SELECTIVE_ACCURACY("selectiveAccuracy"),
  /** Area under the risk–coverage curve, see {@link RiskCoverage}. */
  AURC("aurc");

  private final String key;

  Metric(String key) {
    this.key = key;
  }

  /** What files call it. */
  public String key() {
    return key;
  }
}
