package io.trunkline.feedback.quality;

import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.Outcome;
import io.trunkline.schemas.avro.Tally;
import io.trunkline.schemas.avro.VersionQuality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The counts of one version while they change; {@link VersionQuality} is how they rest. */
final class Version {
  private final VersionKey key;
  private final Instant firstJudgedAt;
  private Instant lastJudgedAt;
  private Tally sinceStart;
  private Instant slidingFrom;
  private Tally sliding;
  private long next;

  private Version(VersionQuality counts) {
    this.key = keyOf(counts);
    this.firstJudgedAt = counts.getFirstJudgedAt();
    this.lastJudgedAt = counts.getLastJudgedAt();
    this.sinceStart = counts.getSinceStart();
    this.slidingFrom = counts.getSlidingFrom();
    this.sliding = counts.getSliding();
    this.next = counts.getNext();
  }

  static Version of(VersionQuality counts) {
    return new Version(counts);
  }

  /** A version that is about to be judged for the first time. */
  static Version unjudged(VersionKey key, Judgement first) {
    Instant at = first.getJudgedAt();
    return new Version(
        new VersionQuality(
            key.task(),
            key.modelDigest(),
            key.generation(),
            key.solicited(),
            at,
            at,
            Tallies.NONE,
            at,
            Tallies.NONE,
            0L,
            false));
  }

  static VersionKey keyOf(VersionQuality counts) {
    return new VersionKey(
        counts.getTask(), counts.getGeneration(), counts.getModelDigest(), counts.getSolicited());
  }

  /** Counts one, and gives it its number. */
  long count(Outcome outcome, Instant at) {
    sinceStart = Tallies.plus(sinceStart, outcome);
    sliding = Tallies.plus(sliding, outcome);
    lastJudgedAt = at;
    return next++;
  }

  /** One has left the window; the oldest that is left came then. */
  void evict(Outcome outcome, Instant from) {
    sliding = Tallies.minus(sliding, outcome);
    slidingFrom = from;
  }

  /** One counts for another, or for none. */
  void revise(Outcome before, @Nullable Outcome after, boolean inWindow) {
    sinceStart = exchange(sinceStart, before, after);
    if (inWindow) {
      sliding = exchange(sliding, before, after);
    }
  }

  long slidingSize() {
    return sliding.getJudged();
  }

  /** The counts at rest, which nobody has been told of yet. */
  VersionQuality toRecord() {
    return toRecord(false);
  }

  /** The same counts, of which everybody has been told. */
  static VersionQuality reported(VersionQuality counts) {
    return of(counts).toRecord(true);
  }

  private VersionQuality toRecord(boolean reported) {
    return new VersionQuality(
        key.task(),
        key.modelDigest(),
        key.generation(),
        key.solicited(),
        firstJudgedAt,
        lastJudgedAt,
        sinceStart,
        slidingFrom,
        sliding,
        next,
        reported);
  }

  private static Tally exchange(Tally tally, Outcome before, @Nullable Outcome after) {
    Tally without = Tallies.minus(tally, before);
    return after == null ? without : Tallies.plus(without, after);
  }
}
