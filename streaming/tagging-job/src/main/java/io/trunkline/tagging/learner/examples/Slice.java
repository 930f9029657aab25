package io.trunkline.tagging.learner.examples;

import io.trunkline.model.Example;
import java.util.List;

/** The corrections of one round, from when it is planned until it is decided. */
public final class Slice {
  private final List<Waiting> fresh;
  private final List<Correction> replayed;
  private final List<Correction> heldOut;

  Slice(List<Waiting> fresh, List<Correction> replayed, List<Correction> heldOut) {
    this.fresh = List.copyOf(fresh);
    this.replayed = List.copyOf(replayed);
    this.heldOut = List.copyOf(heldOut);
  }

  /** What is to be learnt. */
  public List<Example> toLearn() {
    return Examples.of(fresh.stream().map(Waiting::correction).toList());
  }

  /** What is to be read again. */
  public List<Example> toReplay() {
    return Examples.of(replayed);
  }

  /** What models are compared on. */
  public List<Example> toJudge() {
    return Examples.of(heldOut);
  }

  /** How many corrections are in a round for the first time. */
  public long corrections() {
    return fresh.stream().filter(waiting -> waiting.attempts() == 1).count();
  }

  /** How many were in one that was rejected. */
  public long retried() {
    return fresh.size() - corrections();
  }

  /** How many are read again. */
  public long replays() {
    return replayed.size();
  }

  List<Waiting> fresh() {
    return fresh;
  }

  List<Correction> replayed() {
    return replayed;
  }

  List<Correction> heldOut() {
    return heldOut;
  }
}
