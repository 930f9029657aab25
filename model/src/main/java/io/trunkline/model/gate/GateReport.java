package io.trunkline.model.gate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the gate says of a candidate.
 *
 * @param accepted whether it may take the champion's place
 * @param reason why, in one line
 * @param comparisons all of them
 * @param answers by task and label to how many hold-out texts the candidate gave the label: what to
 *     expect of it once it serves. Texts that got none are counted under {@link #NO_LABEL}; score
 *     tasks are left out
 */
public record GateReport(
    boolean accepted,
    String reason,
    List<Comparison> comparisons,
    Map<String, Map<String, Integer>> answers) {
  /** Stands for no label at all among {@link #answers}; no label is called so. */
  public static final String NO_LABEL = "";

  public GateReport {
    comparisons = List.copyOf(comparisons);
    Map<String, Map<String, Integer>> sorted = new TreeMap<>();
    answers.forEach(
        (task, counts) -> sorted.put(task, Collections.unmodifiableMap(new TreeMap<>(counts))));
    answers = Collections.unmodifiableMap(sorted);
  }
}
