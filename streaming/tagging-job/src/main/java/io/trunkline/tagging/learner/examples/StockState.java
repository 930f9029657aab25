package io.trunkline.tagging.learner.examples;

import io.trunkline.tagging.learner.examples.HeldOut.Judge;
import io.trunkline.tagging.learner.examples.Kept.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stock, and the slice of the round that is planned, as they come back from state.
 *
 * @param stock the stock
 * @param planned the slice; null where no round was planned
 */
public record StockState(Stock stock, @Nullable Slice planned) {
  /**
   * Reads both.
   *
   * @throws IOException if a record cannot be read any more
   */
  public static StockState read(List<Kept> kept, CorrectionReader reader, StockLimits limits)
      throws IOException {
    Stock stock = new Stock(limits);
    List<Waiting> fresh = new ArrayList<>();
    List<Correction> replayed = new ArrayList<>();
    List<Correction> heldOut = new ArrayList<>();
    for (Kept one : kept) {
      Correction correction = reader.read(one.origin()).get(0);
      Waiting waiting = new Waiting(correction, one.count(), one.since());
      switch (one.place()) {
        case POOL -> stock.pool().put(waiting);
        case REPLAYABLE -> stock.replays().add(correction);
        case HELD_OUT -> stock.judges().put(new Judge(correction, one.count()));
        case LEARNT_IN_ROUND -> fresh.add(waiting);
        case REPLAYED_IN_ROUND -> replayed.add(correction);
        case JUDGES_ROUND -> heldOut.add(correction);
      }
    }
    return new StockState(stock, fresh.isEmpty() ? null : new Slice(fresh, replayed, heldOut));
  }

  /** What is to be kept of both. */
  public List<Kept> write() {
    List<Kept> kept = new ArrayList<>();
    stock.pool().all().forEach(waiting -> kept.add(keep(Place.POOL, waiting)));
    stock.replays().all().forEach(replay -> kept.add(keep(Place.REPLAYABLE, replay)));
    stock
        .judges()
        .all()
        .map(judge -> new Kept(Place.HELD_OUT, judge.correction().origin(), judge.gates(), 0))
        .forEach(kept::add);
    if (planned != null) {
      planned.fresh().forEach(waiting -> kept.add(keep(Place.LEARNT_IN_ROUND, waiting)));
      planned.replayed().forEach(replay -> kept.add(keep(Place.REPLAYED_IN_ROUND, replay)));
      planned.heldOut().forEach(judge -> kept.add(keep(Place.JUDGES_ROUND, judge)));
    }
    return kept;
  }

  private static Kept keep(Place place, Waiting waiting) {
    return new Kept(place, waiting.correction().origin(), waiting.attempts(), waiting.since());
  }

  private static Kept keep(Place place, Correction correction) {
    return new Kept(place, correction.origin(), 0, 0);
  }
}
