package io.trunkline.feedback.quality;

import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.Outcome;
import io.trunkline.schemas.avro.VersionQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps count of judgements, by version and kind of feedback. */
final class QualityBook {
  private static final Logger LOG = LoggerFactory.getLogger(QualityBook.class);

  private final KeyValueStore<Bytes, VersionQuality> versions;
  private final SlidingWindow window;
  private final QualitySettings settings;

  QualityBook(
      KeyValueStore<Bytes, VersionQuality> versions,
      SlidingWindow window,
      QualitySettings settings) {
    this.versions = versions;
    this.window = window;
    this.settings = settings;
  }

  /**
   * Counts a judgement, in the place of the one that it revises. A revision may move it from one
   * kind of feedback to the other.
   *
   * @return the counts that have changed
   */
  List<VersionKey> apply(Judgement judgement) {
    Outcome before = judgement.getBefore();
    Outcome after = judgement.getAfter();
    List<VersionKey> changed = new ArrayList<>();
    boolean moves =
        before != null && after != null && before.getSolicited() != after.getSolicited();
    if (before != null) {
      revise(judgement, before, moves ? null : after).ifPresent(changed::add);
    }
    if (after != null && (before == null || moves)) {
      count(judgement, after).ifPresent(changed::add);
    }
    return changed;
  }

  private Optional<VersionKey> count(Judgement judgement, Outcome outcome) {
    VersionKey key = VersionKey.of(judgement, outcome.getSolicited());
    VersionQuality known = versions.get(key.toBytes());
    if (known == null && !makeRoom(key)) {
      LOG.debug("a judgement of {} is left out: newer versions fill the book", key);
      return Optional.empty();
    }
    Version version = known == null ? Version.unjudged(key, judgement) : Version.of(known);
    window.put(key, version.count(outcome, judgement.getJudgedAt()), judgement);
    if (version.slidingSize() > settings.slidingWindow()) {
      Outcome oldest = window.removeOldest(key).orElseThrow().getAfter();
      version.evict(oldest, window.oldest(key).orElseThrow().getJudgedAt());
    }
    versions.put(key.toBytes(), version.toRecord());
    return Optional.of(key);
  }

  private Optional<VersionKey> revise(
      Judgement judgement, Outcome before, @Nullable Outcome after) {
    VersionKey key = VersionKey.of(judgement, before.getSolicited());
    VersionQuality known = versions.get(key.toBytes());
    if (known == null) {
      return Optional.empty();
    }
    Version version = Version.of(known);
    var place = window.find(key, judgement);
    version.revise(before, after, place.isPresent());
    place.ifPresent(
        number -> {
          if (after == null) {
            window.remove(key, number);
          } else {
            window.put(key, number, judgement);
          }
        });
    versions.put(key.toBytes(), version.toRecord());
    return Optional.of(key);
  }

  /** Forgets the oldest version for a newer one; says no to one that is older still. */
  private boolean makeRoom(VersionKey newcomer) {
    List<VersionKey> kept = kept(newcomer);
    if (kept.size() < settings.versionsKept()) {
      return true;
    }
    VersionKey oldest = kept.get(0);
    if (newcomer.toBytes().compareTo(oldest.toBytes()) < 0) {
      return false;
    }
    versions.delete(oldest.toBytes());
    window.forget(oldest);
    return true;
  }

  private List<VersionKey> kept(VersionKey like) {
    List<VersionKey> kept = new ArrayList<>();
    try (KeyValueIterator<Bytes, VersionQuality> all =
        versions.prefixScan(VersionKey.prefix(like.task()), new ByteArraySerializer())) {
      while (all.hasNext()) {
        VersionKey key = Version.keyOf(all.next().value);
        if (key.solicited() == like.solicited()) {
          kept.add(key);
        }
      }
    }
    return kept;
  }
}
