package io.trunkline.model.training;

import io.trunkline.model.Names;
import io.trunkline.model.TaskKind;
import io.trunkline.model.evaluation.Abstention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task to learn, as a configuration names it.
 *
 * @param name what it is called in the data
 * @param kind what its value looks like; null: as in the data
 * @param labels its label set; empty: the labels that the data has
 * @param weight λ, the weight of its loss
 * @param open whether its label set may grow in a later training
 * @param minExamples examples that a label needs for an open task to grow by it
 * @param reads the tasks whose outputs its head reads instead of the trunk; empty: it reads the
 *     trunk
 * @param abstain when the model is to abstain from an answer
 */
public record TaskChoice(
    String name,
    @Nullable TaskKind kind,
    List<String> labels,
    double weight,
    boolean open,
    int minExamples,
    List<String> reads,
    Abstain abstain) {
  public TaskChoice {
    labels = List.copyOf(labels);
    labels.forEach(label -> Names.require("a label of task " + name, label));
    reads = List.copyOf(reads);
    Settings.requireNotNegative("weight of task " + name, weight);
    Settings.require(minExamples >= 1, "minExamples of task " + name, minExamples, "at least 1");
  }

  /** The task as the data has it. */
  public static TaskChoice named(String name) {
    return new TaskChoice(name, null, List.of(), 1, false, 5, List.of(), new Abstain(0, 0));
  }

  /** The same, with a head that reads the trunk. */
  public TaskChoice readingTrunk() {
    return new TaskChoice(name, kind, labels, weight, open, minExamples, List.of(), abstain);
  }

  /**
   * What the answers that are not abstained from are to be like on dev data. At most one of the two
   * is asked for.
   *
   * @param precision the least fraction of them that is right; 0: not asked for
   * @param coverage the fraction of the texts that is to be answered; 0: not asked for
   */
  public record Abstain(double precision, double coverage) {
    public Abstain {
      Settings.requireFraction("abstain.precision", precision);
      Settings.requireFraction("abstain.coverage", coverage);
      Settings.require(
          precision == 0 || coverage == 0,
          "abstain",
          "{precision: %s, coverage: %s}".formatted(precision, coverage),
          "one of the two");
    }

    /** The same as calibration takes it. */
    Abstention wanted() {
      if (precision > 0) {
        return new Abstention(Abstention.Goal.PRECISION, precision);
      }
      return coverage > 0 ? new Abstention(Abstention.Goal.COVERAGE, coverage) : Abstention.NEVER;
    }
  }
}
