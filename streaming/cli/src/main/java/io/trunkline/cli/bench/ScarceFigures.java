package io.trunkline.cli.bench;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/** What the benchmark of scarce labels found, over its seeds. */
record ScarceFigures(List<Measured> results) {

  /**
   * Accuracy in per cent; without values if there is no result.
   *
   * @param shots examples a label
   * @param alone whether the task was learnt alone
   */
  DoubleSummaryStatistics accuracy(int shots, boolean alone) {
    return results.stream()
        .filter(result -> result.study().equals(ScarceCommand.STUDY))
        .filter(result -> result.apart() == alone)
        .filter(result -> result.variant().equals(Integer.toString(shots)))
        .mapToDouble(result -> 100 * result.figure(ScarceCommand.TASK, Measured.HEADLINE))
        .summaryStatistics();
  }
}
