package io.trunkline.model.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a version gives other labels once it serves than it gave at the gate. The counts are
 * compared with each other, not with an earlier version's, so a real new label is no alarm: the
 * candidate gave it at the gate already.
 *
 * <p>It takes two things: by the G-test of homogeneity, {@code G = 2 Σ O ln(O / E)} with one degree
 * of freedom less than labels, chance is ruled out; and the total variation distance {@code ½ Σ |p
 * − q|} is large, because with enough answers any difference is beyond chance. Labels of which
 * either side expects fewer than five are counted as one, as G's distribution demands.
 *
 * @param answers how many labels were given in service
 * @param distance total variation, in [0, 1]
 * @param pValue of the hypothesis that both give the same labels
 * @param alarm whether the labels have shifted
 * @see <a href="https://doi.org/10.1073/pnas.17.12.684">for G's tail: E. B. Wilson and M. M.
 *     Hilferty, The Distribution of Chi-Square, 1931</a>
 */
public record AnswerShift(long answers, double distance, double pValue, boolean alarm) {
  /** A fifth of all answers are others than they were. */
  private static final double LEAST_DISTANCE = 0.2;

  /** Small, for it is asked again and again. */
  private static final double ALPHA = 0.001;

  private static final double LEAST_EXPECTED = 5;

  /**
   * Compares label counts of one task, see {@link GateReport#answers()}.
   *
   * @param atGate how often each label was given at the gate
   * @param inService how often since
   */
  public static AnswerShift of(Map<String, Integer> atGate, Map<String, Integer> inService) {
    double before = total(atGate);
    double since = total(inService);
    List<Cell> cells = cells(atGate, inService, before, since);
    double distance = 0;
    double g = 0;
    for (Cell cell : cells) {
      double share = (cell.before() + cell.since()) / (before + since);
      distance += Math.abs(cell.before() / before - cell.since() / since) / 2;
      g += 2 * term(cell.before(), share * before) + 2 * term(cell.since(), share * since);
    }
    if (cells.size() < 2) {
      return new AnswerShift((long) since, 0, 1, false);
    }
    double p = tail(g, cells.size() - 1);
    return new AnswerShift((long) since, distance, p, p < ALPHA && distance > LEAST_DISTANCE);
  }

  private record Cell(double before, double since) {}

  private static List<Cell> cells(
      Map<String, Integer> atGate, Map<String, Integer> inService, double before, double since) {
    double smaller = Math.min(before, since) / (before + since);
    Set<String> labels = new TreeSet<>(atGate.keySet());
    labels.addAll(inService.keySet());
    List<Cell> cells = new ArrayList<>();
    double rareBefore = 0;
    double rareSince = 0;
    for (String label : labels) {
      int one = atGate.getOrDefault(label, 0);
      int other = inService.getOrDefault(label, 0);
      if ((one + other) * smaller >= LEAST_EXPECTED) {
        cells.add(new Cell(one, other));
      } else {
        rareBefore += one;
        rareSince += other;
      }
    }
    if (rareBefore + rareSince > 0) {
      cells.add(new Cell(rareBefore, rareSince));
    }
    return cells;
  }

  private static double term(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  /** {@code P(χ² > x)}: the cube root of {@code χ² / k} is close to normal. */
  static double tail(double x, int degrees) {
    double variance = 2 / (9.0 * degrees);
    return Normal.above((Math.cbrt(x / degrees) - (1 - variance)) / Math.sqrt(variance));
  }

  private static double total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(count -> count).sum();
  }
}
