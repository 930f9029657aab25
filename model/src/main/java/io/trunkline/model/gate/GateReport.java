package io.trunkline.model.gate;

import java.util.List;
import java.util.Map;

/**
 * What the gate says of a candidate.
 *
 * @param accepted whether it may take the champion's place
 * @param reason why, in one line
 * @param comparisons all of them
 * @param answers by task and label how often the candidate gave the label to the hold-out texts:
 *     what to expect of it once it serves
 */
public record GateReport(
    boolean accepted,
    String reason,
    List<Comparison> comparisons,
    Map<String, Map<String, Integer>> answers) {
  public GateReport {
    comparisons = List.copyOf(comparisons);
    answers = Map.copyOf(answers);
  }
}
