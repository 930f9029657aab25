package io.trunkline.tagging.learner.probation;

import io.trunkline.model.Example;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.gate.ScoreScales;
import io.trunkline.tagging.pipeline.Learning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version on probation.
 *
 * @param serving the version
 * @param predecessor the one before it
 * @param since when it began to serve, in milliseconds since the epoch
 * @param evidence of each task, apart for solicited and volunteered corrections
 * @param answers which labels it gives
 * @param isShiftTold whether it was told that they are others than at the gate
 */
public record Trial(
    ModelVersion serving,
    ModelVersion predecessor,
    long since,
    List<Evidence> evidence,
    Answers answers,
    boolean isShiftTold) {
  public Trial {
    evidence = List.copyOf(evidence);
  }

  /**
   * Begins a trial. All its tests together raise a false alarm with probability 1 − confidence at
   * most.
   *
   * @param tasks whose corrections count
   * @param known examples that tell how numbers scatter
   */
  public static Trial begin(
      ModelVersion serving,
      ModelVersion predecessor,
      long now,
      List<String> tasks,
      List<Example> known,
      Learning.Gate gate) {
    ScoreScales scales = ScoreScales.of(known);
    double alpha = (1 - gate.confidence()) / (2 * tasks.size());
    List<Evidence> none = new ArrayList<>();
    for (String task : tasks) {
      none.add(Evidence.none(task, true, scales.of(task), gate.margin(), alpha));
      none.add(Evidence.none(task, false, scales.of(task), gate.margin(), alpha));
    }
    return new Trial(serving, predecessor, now, none, Answers.NOT_EXPECTED, false);
  }

  /** The same, of a version that gave these labels at the gate. */
  public Trial expecting(Answers atGate) {
    return new Trial(serving, predecessor, since, evidence, atGate, isShiftTold);
  }

  /** The same, and its shift is told. */
  public Trial shiftTold() {
    return new Trial(serving, predecessor, since, evidence, answers, true);
  }

  /** The same with more answers. */
  public Trial with(List<Answered> more) {
    List<Evidence> grown = new ArrayList<>(evidence);
    for (Answered answered : more) {
      grown.replaceAll(one -> one.with(answered));
    }
    return new Trial(serving, predecessor, since, grown, answers.with(more), isShiftTold);
  }

  /** How the labels it gives have shifted, once; empty where they have not. */
  public Optional<String> shift() {
    return isShiftTold ? Optional.empty() : answers.shift();
  }

  /** Why the version is to be taken back; empty where nothing is shown against it. */
  public Optional<String> alarm() {
    return evidence.stream().filter(one -> one.test().isWorse()).findFirst().map(Evidence::words);
  }
}
