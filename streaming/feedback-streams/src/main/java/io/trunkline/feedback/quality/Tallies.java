package io.trunkline.feedback.quality;

import io.trunkline.schemas.avro.LabelTally;
import io.trunkline.schemas.avro.Outcome;
import io.trunkline.schemas.avro.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Arithmetic on tallies, which are values and never changed. */
final class Tallies {
  static final Tally NONE = new Tally(0L, 0L, Map.of());

  /**
   * Names counted one by one; later ones are counted together. Feedback may name what it likes, and
   * a tally must fit into a record.
   */
  static final int MAX_LABELS = 1000;

  static final String OTHERS = "";

  private Tallies() {}

  static Tally plus(Tally tally, Outcome outcome) {
    return add(tally, outcome, 1);
  }

  /** Takes back what {@link #plus} counted. */
  static Tally minus(Tally tally, Outcome outcome) {
    return add(tally, outcome, -1);
  }

  /**
   * The mean over the labels that were right or given at least once of their F1, 2 TP / (2 TP + FP
   * + FN); none where no label was, as of scores.
   *
   * @see <a href="https://arxiv.org/abs/1911.03347">J. Opitz and S. Burst, Macro F1 and Macro F1,
   *     2019: the "averaged F1"</a>
   */
  static OptionalDouble macroF1(Tally tally) {
    return tally.getLabels().values().stream()
        .filter(label -> label.getHits() + label.getWrong() + label.getMissed() > 0)
        .mapToDouble(
            label ->
                2.0
                    * label.getHits()
                    / (2 * label.getHits() + label.getWrong() + label.getMissed()))
        .average();
  }

  private static Tally add(Tally tally, Outcome outcome, int sign) {
    Map<String, LabelTally> labels = new HashMap<>(tally.getLabels());
    add(labels, outcome.getHits(), new LabelTally((long) sign, 0L, 0L));
    add(labels, outcome.getWrong(), new LabelTally(0L, (long) sign, 0L));
    add(labels, outcome.getMissed(), new LabelTally(0L, 0L, (long) sign));
    return new Tally(
        tally.getJudged() + sign, tally.getCorrect() + (outcome.getCorrect() ? sign : 0), labels);
  }

  /** A name never leaves the map, so that what is taken back is found where it was counted. */
  private static void add(Map<String, LabelTally> labels, List<String> names, LabelTally each) {
    for (String name : names) {
      boolean counted = labels.containsKey(name) || labels.size() < MAX_LABELS;
      labels.merge(counted ? name : OTHERS, each, Tallies::sum);
    }
  }

  private static LabelTally sum(LabelTally a, LabelTally b) {
    return new LabelTally(
        a.getHits() + b.getHits(), a.getWrong() + b.getWrong(), a.getMissed() + b.getMissed());
  }
}
