package io.trunkline.tagging.learner.examples;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.learner.examples.Correction.Key;
import io.trunkline.tagging.learner.examples.HeldOut.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All corrections but those of the round that is planned. Of each key the latest is there, once: in
 * the pool, among the replayable ones or held out.
 */
public final class Stock {
  private final StockLimits limits;
  private final Pool pool = new Pool();
  private final Replayable replayable;
  private final HeldOut heldOut = new HeldOut();

  public Stock(StockLimits limits) {
    this.limits = limits;
    this.replayable = new Replayable(limits.replayBytes());
  }

  /** What became of a correction. */
  public enum Arrival {
    /** It waits for a round, or is held out. */
    TAKEN,
    /** So it does, in the place of one that was never in a round. */
    TAKEN_FOR_ANOTHER,
    /** A later one on the same event, source and task holds. */
    OUTDATED,
    /** There is no room. */
    FULL
  }

  /** Takes in what is to be learnt. */
  public Arrival learn(Correction correction, long now) {
    Key key = correction.key();
    if (correction.isOutdatedBy(latest(key))) {
      return Arrival.OUTDATED;
    }
    if (pool.fresh() >= limits.pool() && pool.get(key) == null) {
      return Arrival.FULL;
    }
    replayable.remove(key);
    heldOut.remove(key);
    boolean replaced = pool.put(new Waiting(correction, 0, now));
    return replaced ? Arrival.TAKEN_FOR_ANOTHER : Arrival.TAKEN;
  }

  /** Takes in what is never to be learnt. */
  public Arrival holdOut(Correction correction) {
    Key key = correction.key();
    if (correction.isOutdatedBy(latest(key))) {
      return Arrival.OUTDATED;
    }
    replayable.remove(key);
    boolean replaced = pool.remove(key);
    heldOut.put(new Judge(correction, 0));
    return replaced ? Arrival.TAKEN_FOR_ANOTHER : Arrival.TAKEN;
  }

  private @Nullable Correction latest(Key key) {
    Correction waiting = pool.get(key);
    Correction read = waiting == null ? replayable.get(key) : waiting;
    return read == null ? heldOut.get(key) : read;
  }

  /** How many wait that were never in a round. */
  public int fresh() {
    return pool.fresh();
  }

  /** How many wait that were in one that was rejected. */
  public int retried() {
    return pool.retried();
  }

  /** How many are read again in rounds. */
  public int replayable() {
    return replayable.size();
  }

  /** How many are held out. */
  public int heldOut() {
    return heldOut.size();
  }

  /** All that is to be learnt or held out. */
  public List<Example> examples() {
    return Examples.of(
        Stream.concat(pool.all().map(Waiting::correction), heldOut.all().map(Judge::correction))
            .toList());
  }

  /** When the one came that waits longest for its first round. */
  public OptionalLong oldest() {
    return pool.oldest();
  }

  /** What a round that is planned now is to learn, read again and be judged on. */
  public Slice next() {
    return new Slice(
        pool.next(limits.slice()).stream().map(Waiting::tried).toList(),
        replayable.all().toList(),
        heldOut.all().map(Judge::correction).toList());
  }

  /** Takes out what a round learns and reads again. */
  public void take(Slice planned) {
    planned.fresh().forEach(waiting -> pool.remove(waiting.correction().key()));
    planned.replayed().forEach(correction -> replayable.remove(correction.key()));
  }

  /** Counts that the candidate of a round was judged on its slice. */
  public void judged(Slice slice) {
    heldOut.served(slice.heldOut());
  }

  /**
   * Takes back what a round has not taught. What has been in too many rounds is only read again in
   * others.
   */
  public void putBack(Slice slice) {
    spent(slice).forEach(replayable::add);
    putBackReplayed(slice);
  }

  /**
   * Takes back what a round could not teach because it could not be run.
   *
   * @return what has been in too many rounds: something of it may be what stops them
   */
  public List<Correction> putBackFailed(Slice slice) {
    List<Correction> spent = spent(slice);
    putBackReplayed(slice);
    return spent;
  }

  private List<Correction> spent(Slice slice) {
    List<Correction> spent = new ArrayList<>();
    for (Waiting waiting : slice.fresh()) {
      if (latest(waiting.correction().key()) != null) {
        continue; // It was corrected since.
      }
      if (waiting.attempts() < limits.attempts()) {
        pool.put(waiting);
      } else {
        spent.add(waiting.correction());
      }
    }
    return spent;
  }

  private void putBackReplayed(Slice slice) {
    for (Correction correction : slice.replayed()) {
      if (latest(correction.key()) == null) {
        replayable.add(correction);
      }
    }
    replayable.trim();
  }

  /**
   * Removes what the model that serves from now on could not learn from.
   *
   * @return what is removed
   */
  public List<Unfit> removeUnfit(TaskRules rules) {
    List<Unfit> unfit = new ArrayList<>();
    pool.all().forEach(waiting -> check(waiting.correction(), waiting.isNew(), rules, unfit));
    Stream.concat(replayable.all(), heldOut.all().map(Judge::correction))
        .forEach(correction -> check(correction, false, rules, unfit));
    for (Unfit one : unfit) {
      pool.remove(one.correction().key());
      replayable.remove(one.correction().key());
      heldOut.remove(one.correction().key());
    }
    return unfit;
  }

  private static void check(
      Correction correction, boolean isNew, TaskRules rules, List<Unfit> unfit) {
    try {
      rules.check(correction);
    } catch (InvalidInputException e) {
      unfit.add(new Unfit(correction, isNew, e));
    }
  }

  Pool pool() {
    return pool;
  }

  Replayable replays() {
    return replayable;
  }

  HeldOut judges() {
    return heldOut;
  }
}
