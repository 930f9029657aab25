package io.trunkline.tagging.learner.probation;

import io.trunkline.model.gate.AnswerShift;
import io.trunkline.model.gate.LabelTally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which labels a version gives, beside those that it gave at the gate. What it gave there is what
 * to expect of it, its new labels included; only what it does not give there is news.
 *
 * @param atGate to the hold-out texts; nothing where no gate let it pass
 * @param inService to texts that were drawn at random to be judged, since it serves
 */
public record Answers(List<AnswerCount> atGate, List<AnswerCount> inService) {
  /** Where nothing is expected. */
  static final Answers NOT_EXPECTED = expected(List.of());

  public Answers {
    atGate = List.copyOf(atGate);
    inService = List.copyOf(inService);
  }

  /** What a version gave at the gate. */
  public static Answers expected(List<AnswerCount> atGate) {
    return new Answers(atGate, List.of());
  }

  /** The same and these; volunteered corrections are of texts that somebody chose. */
  Answers with(List<Answered> answers) {
    LabelTally tally = new LabelTally(AnswerCount.byTask(inService));
    for (Answered answered : answers) {
      if (answered.serving() != null && answered.correction().solicited()) {
        tally.add(answered.serving());
      }
    }
    return new Answers(atGate, AnswerCount.of(tally.counts()));
  }

  /** Which task's labels have shifted, and how far; empty where none's have. */
  Optional<String> shift() {
    Map<String, Map<String, Integer>> before = AnswerCount.byTask(atGate);
    return AnswerCount.byTask(inService).entrySet().stream()
        .filter(task -> before.containsKey(task.getKey()))
        .flatMap(
            task ->
                shift(task.getKey(), before.getOrDefault(task.getKey(), Map.of()), task.getValue())
                    .stream())
        .findFirst();
  }

  private static Optional<String> shift(
      String task, Map<String, Integer> before, Map<String, Integer> since) {
    AnswerShift shift = AnswerShift.of(before, since);
    return shift.alarm()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "its %d labels of %s are others than those it gave at the gate, by a total variation"
                    + " of %.3f",
                shift.answers(),
                task,
                shift.distance()))
        : Optional.empty();
  }
}
